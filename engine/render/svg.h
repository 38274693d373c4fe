// Elements of SVG from lengths in tenths of a pixel.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace inforce::svg {

/// `12.5`, `12`: no locale, no rounding.
[[nodiscard]] std::string pixels(std::int64_t tenths);

/// Texts are escaped; names of classes are as they are.
[[nodiscard]] std::string text(std::int64_t x, std::int64_t y, std::string_view classes, std::string_view words,
                               std::string_view anchor = {});
[[nodiscard]] std::string rect(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height,
                               std::string_view attributes);
[[nodiscard]] std::string line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2,
                               std::string_view attributes);

/// `<title>words</title>`, which a reader sees on pointing.
[[nodiscard]] std::string title(std::string_view words);

}  // namespace inforce::svg
