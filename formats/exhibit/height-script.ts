/**
 * The only script of an embed: tells the page around it how high it is, in our own words and in those that the scripts
 * of Datawrapper understand, which many editorial systems already carry. A frame without width has no height to tell.
 */
export const heightScript =
  `(function(){var p=window.parent,last=0;if(p===window)return;` +
  `function tell(){if(!window.innerWidth)return;` +
  `var h=Math.ceil(document.body.getBoundingClientRect().height);if(!h||h===last)return;last=h;` +
  `p.postMessage({"contrechamp-height":h,version:1},"*");` +
  `p.postMessage({"datawrapper-height":{contrechamp:h}},"*")}` +
  `if(window.ResizeObserver)new ResizeObserver(tell).observe(document.body);` +
  `window.addEventListener("load",tell);window.addEventListener("resize",tell);` +
  `window.addEventListener("message",function(e){if(e.source===p&&e.data==="contrechamp-ask"){last=0;tell()}})})()`;
