import { describe, expect, it } from "vitest";
import { readAddress } from "#server/http/request-address.ts";
import { findPublicAddress } from "#server/public-addresses.ts";

function find(target: string) {
  const address = readAddress(target);
  return address && findPublicAddress(address.segments, address.query);
}

describe("public addresses", () => {
  it.each([
    ["/", "/", undefined],
    ["/en", "/en", undefined],
    ["/methodology", "/methodology", undefined],
    ["/saint-etienne", "/saint-etienne", "saint-etienne"],
    ["/en/saint-etienne", "/en/saint-etienne", "saint-etienne"],
    ["/saint-etienne?utm_source=x&fbclid=y", "/saint-etienne", "saint-etienne"],
    ["/paris/cameras/A%2f1?x=1", "/paris/cameras/A%2F1", "paris"],
    ["/paris/cameras/caf%c3%a9", "/paris/cameras/caf%C3%A9", "paris"],
    ["/paris/map?status=removed&type=dome&gclid=1", undefined, "paris"],
    ["/paris/cameras/A?key=equal&utm_source=x", "/paris/cameras/A?key=equal", "paris"],
    ["/paris/cameras/A?key=camera-months", "/paris/cameras/A", "paris"],
    ["/paris/districts/A?key=mine&release=2", "/paris/districts/A?release=2", "paris"],
    ["/paris/districts/A?key=hours&release=2", "/paris/districts/A?release=2&key=hours", "paris"],
    ["/paris/cameras?page=1", "/paris/cameras", "paris"],
    ["/paris/cameras?page=2", "/paris/cameras?page=2", "paris"],
    ["/paris/cameras?page=-2", "/paris/cameras", "paris"],
    ["/paris/cameras?page=99999999", "/paris/cameras", "paris"],
    ["/paris?release=12&utm_source=x", "/paris?release=12", "paris"],
    ["/paris/effects/E-1?release=2&utm_source=x", "/paris/effects/E-1?release=2", "paris"],
    ["/paris/effects/files/overview.csv?x=1", "/paris/effects/files/overview.csv", "paris"],
    ["/paris/costs?life=7&grants=gross&utm_source=x", "/paris/costs?life=7", "paris"],
    ["/paris/costs.xlsx?vat=included&life=99", "/paris/costs.xlsx?vat=included", "paris"],
    [
      "/paris/costs?release=2&method=annuity&rate=3",
      "/paris/costs?method=annuity&release=2",
      "paris",
    ],
    [
      "/en/paris/workbooks/outcomes.xlsx?year=2024&release=2&x=1",
      "/en/paris/workbooks/outcomes.xlsx?release=2&year=2024",
      "paris",
    ],
    [
      "/paris/workbooks/districts/VT07.xlsx?release=2&year=2024",
      "/paris/workbooks/districts/VT07.xlsx?release=2",
      "paris",
    ],
    ["/paris/costs?year=abc&life=x", "/paris/costs?year=abc", "paris"],
    ["/paris/costs/spending.csv?utm_source=x", "/paris/costs/spending.csv", "paris"],
    ["/en/paris/costs/spending.png?release=2", "/en/paris/costs/spending.png?release=2", "paris"],
    [
      "/paris/outcomes/rates.csv?release=2&year=2020&x=1",
      "/paris/outcomes/rates.csv?release=2&year=2020",
      "paris",
    ],
    ["/paris/districts?page=2&release=3", "/paris/districts?release=3", "paris"],
    ["/paris/districts/files/per-area.svg", "/paris/districts/files/per-area.svg", "paris"],
    [
      "/paris/districts/A/offences.csv?release=3",
      "/paris/districts/A/offences.csv?release=3",
      "paris",
    ],
    ["/paris/districts/A?release=3", "/paris/districts/A?release=3", "paris"],
    ["/embed/paris/cameras?release=3&x=1", "/embed/paris/cameras?release=3", "paris"],
    ["/embed/paris/cameras?theme=auto", "/embed/paris/cameras", "paris"],
    ["/en/embed/paris/a/b?theme=dark", "/en/embed/paris/a/b?theme=dark", "paris"],
    ["/paris/figures/a%2Fb?release=3", "/paris/figures/a%2Fb?release=3", "paris"],
    ["/paris/files/outcomes/x.png?release=3&y=1", "/paris/files/outcomes/x.png?release=3", "paris"],
    ["/press?city=paris&width=300&utm_source=x", "/press?city=paris&width=300", undefined],
    ["/oembed?url=x&format=xml&callback=y", "/oembed?url=x&format=xml", undefined],
  ])("%s is %s, of %s", (target, expected, city) => {
    const found = find(target);
    if (expected !== undefined) expect(found?.target).toBe(expected);
    expect(found?.city).toBe(city);
  });

  it("gives one address to one choice of filters, whatever their order", () => {
    const one = find("/paris/map?status=removed&status=planned&type=dome")?.target;
    const other = find("/paris/map?type=dome&status=planned&utm_medium=x&status=removed")?.target;
    expect(one).toBe(other);
    expect(one).not.toBe(find("/paris/map?status=removed")?.target);
  });

  it.each([
    ["/embed/paris/cameras", true],
    ["/en/embed/paris/cameras", true],
    ["/paris", false],
    ["/paris/figures/embed", false],
    ["/paris/files/embed/x.svg", false],
    ["/press", false],
    ["/oembed?url=/embed/paris/x", false],
  ])("%s may be framed: %s", (target, isFramed) => {
    expect(find(target)?.isFramed).toBe(isFramed);
  });

  it.each([
    "/embed/paris",
    "/embed/paris/",
    "/embed/Paris/x",
    "/paris/figures",
    "/Paris",
    "/paris/",
    "/a.php",
    "/paris/unknown/page",
    "/fr/paris",
    "/api/x",
    "/en/en",
  ])("%s is not one", (target) => {
    expect(find(target)).toBeUndefined();
  });
});
