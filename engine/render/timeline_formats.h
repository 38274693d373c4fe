// A timeline report in each of its formats, one file a format.
#pragma once

#include <string>

#include "inforce/render.h"

namespace inforce::render_timeline {

[[nodiscard]] std::string to_text(const TimelineReport& report, const Style& style);
[[nodiscard]] std::string to_markdown(const TimelineReport& report);
[[nodiscard]] std::string to_json(const TimelineReport& report);
[[nodiscard]] std::string to_csv(const TimelineReport& report, bool raw);
[[nodiscard]] std::string to_mermaid(const TimelineReport& report);
[[nodiscard]] std::string to_svg(const TimelineReport& report);
[[nodiscard]] std::string to_html(const TimelineReport& report);
/// Empty where its temporary files could not be written.
[[nodiscard]] std::string to_xlsx(const TimelineReport& report);
[[nodiscard]] std::string to_ics(const TimelineReport& report, const Style& style);

}  // namespace inforce::render_timeline
