#include "inforce/render.h"

#include "engine/render/answer_json.h"
#include "engine/render/answer_text.h"
#include "engine/render/events_markdown.h"
#include "engine/render/timeline_formats.h"

namespace inforce {

std::string render(const Answer& answer, const Style& style) {
  if (style.format == Format::json) return render_json::to_json(answer);
  const auto* events = std::get_if<EventsAnswer>(&answer.content);
  if (style.format == Format::markdown && events != nullptr) return render_markdown::chronicle(*events, answer);
  return render_text::to_text(answer, style);
}

std::string render(const TimelineReport& report, TimelineFormat format, const Style& style) {
  switch (format) {
    case TimelineFormat::text:
      return render_timeline::to_text(report, style);
    case TimelineFormat::md:
      return render_timeline::to_markdown(report);
    case TimelineFormat::json:
      return render_timeline::to_json(report);
    case TimelineFormat::csv:
    case TimelineFormat::csv_raw:
      return render_timeline::to_csv(report, format == TimelineFormat::csv_raw);
    case TimelineFormat::mermaid:
      return render_timeline::to_mermaid(report);
    case TimelineFormat::svg:
      return render_timeline::to_svg(report);
    case TimelineFormat::html:
      return render_timeline::to_html(report);
    case TimelineFormat::xlsx:
      return render_timeline::to_xlsx(report);
    case TimelineFormat::ics:
      return render_timeline::to_ics(report, style);
  }
  return {};
}

}  // namespace inforce
