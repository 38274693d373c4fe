// The picture of a timeline report as SVG, for a file of its own and for a page.
#pragma once

#include <string>
#include <vector>

#include "engine/render/timeline_layout.h"

namespace inforce::render_timeline {

/// What a picture is drawn for: a file of its own brings its style, title and what it rests on; a page has them
/// already.
enum class Place : std::uint8_t { file, page };

/// On a page, it is followed by its pieces for paper, where it is too high for one sheet.
[[nodiscard]] std::string svg_of(const TimelineReport& report, const Picture& picture, Place place);

/// Sentences on what the picture does not show, and where that is.
[[nodiscard]] std::vector<std::string> left_out_of(const Picture& picture);

/// The class of a verdict in `timeline_picture.css`, and of what a measure does.
[[nodiscard]] std::string_view class_of(Verdict verdict);
[[nodiscard]] std::string_view class_of(const ReportRow& row);

}  // namespace inforce::render_timeline
