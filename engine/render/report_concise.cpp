#include "engine/render/diagnostics.h"
#include "engine/render/printable.h"
#include "engine/render/report.h"
#include "engine/render/table.h"

namespace inforce::render_report {

namespace {

render_text::Tone tone_of(Severity severity) {
  if (severity == Severity::error) return render_text::Tone::bad;
  return severity == Severity::warning ? render_text::Tone::doubtful : render_text::Tone::strong;
}

}  // namespace

std::string concise(const CheckReport& report, const Sources& sources, const Style& style) {
  std::string text;
  for (const auto& one : report.found) {
    if (one.primary) {
      const Place place = sources.begin_of(one.primary->span);
      text += render_text::printable(place.path) + ":" + std::to_string(place.line) + ":" +
              std::to_string(place.column) + ": ";
    }
    const auto head = std::string(word_for(one.severity)) + "[" + to_string(one.code) + "]";
    text += render_text::painted(head, tone_of(one.severity), style.colour) + " " +
            render_text::printable(one.message) + "\n";
  }
  return text;
}

}  // namespace inforce::render_report
