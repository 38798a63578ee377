-- What a release brings is found by the release that brought it, without reading what stayed.
CREATE INDEX camera_version_entered_idx ON camera_version (city_id, from_release);
