// Files that are part of every page that is written, kept as files of their own (page_files.cmake).
#pragma once

#include <string_view>

namespace inforce::render_timeline {

/// timeline_picture.css, timeline_page.css and timeline_page.js, as they are.
[[nodiscard]] std::string_view picture_style();
[[nodiscard]] std::string_view page_style();
[[nodiscard]] std::string_view page_script();

}  // namespace inforce::render_timeline
