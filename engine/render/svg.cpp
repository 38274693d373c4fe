#include "engine/render/svg.h"

#include "engine/render/html.h"

namespace inforce::svg {

namespace {

std::string attribute(std::string_view name, std::int64_t tenths) {
  return " " + std::string(name) + "=\"" + pixels(tenths) + "\"";
}

}  // namespace

std::string pixels(std::int64_t tenths) {
  const std::string sign = tenths < 0 ? "-" : "";
  const auto size = tenths < 0 ? -tenths : tenths;
  return sign + std::to_string(size / 10) + (size % 10 == 0 ? "" : "." + std::to_string(size % 10));
}

std::string text(std::int64_t x, std::int64_t y, std::string_view classes, std::string_view words,
                 std::string_view anchor) {
  std::string element = "<text" + attribute("x", x) + attribute("y", y) + " class=\"" + std::string(classes) + "\"";
  if (!anchor.empty()) element += " text-anchor=\"" + std::string(anchor) + "\"";
  return element + ">" + html::escaped(words) + "</text>\n";
}

std::string rect(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height, std::string_view attributes) {
  return "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", width) + attribute("height", height) +
         " " + std::string(attributes) + "/>\n";
}

std::string line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, std::string_view attributes) {
  return "<line" + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) + attribute("y2", y2) + " " +
         std::string(attributes) + "/>\n";
}

std::string title(std::string_view words) { return "<title>" + html::escaped(words) + "</title>"; }

}  // namespace inforce::svg
