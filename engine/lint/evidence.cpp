// What an event is said to rest on against what it cites (S24).
#include <algorithm>

#include "engine/lint/event_concerns.h"

namespace inforce::lint {
namespace {

using model::Event;
using model::EventId;
using model::Field;
using model::SourceId;

bool is_law(const model::Source& source) { return source.kind == "gazette" || source.kind == "regulation"; }

/// A text of the law that the event may be told by: the only thing that it cites, or no older than the event.
std::optional<SourceId> law_of(const Chronicle& chronicle, EventId id) {
  const Event& event = chronicle.rules[id];
  const auto date = chronicle.day(id, Field::date);
  const bool alone = std::all_of(event.sources.begin(), event.sources.end(),
                                 [&](SourceId source) { return is_law(chronicle.rules[source]); });
  for (const SourceId source : event.sources) {
    if (!is_law(chronicle.rules[source])) continue;
    const auto days = chronicle.day(source);
    if (alone || (days && date && days->first >= date->last)) return source;
  }
  return std::nullopt;
}

}  // namespace

void doubt_official_reports(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (const Event& event : chronicle.rules.events) {
    if (event.evidence_given || event.sources.empty()) continue;
    const bool press = std::all_of(event.sources.begin(), event.sources.end(),
                                   [&](SourceId source) { return chronicle.rules[source].kind == "press"; });
    if (!press) continue;
    found.push_back(diagnostics::make(codes::official_by_press,
                                      ticked(event.id) + " counts as official, but cites the press alone", event.span,
                                      "write `evidence: reported`; or `evidence: official`, if the press tells of an "
                                      "act of the authority itself"));
  }
}

void doubt_reported_gazettes(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) {
    const Event& event = chronicle.rules.events[i];
    if (event.evidence != model::Evidence::reported) continue;
    const auto source = law_of(chronicle, {i});
    if (!source) continue;
    Diagnostic one = diagnostics::make(
        codes::reported_by_gazette,
        ticked(event.id) + " is `reported`, but cites the text of the law: " + ticked(chronicle.rules[*source].id),
        event.span, "write `evidence: official`; or cite the report, if the text does not tell of it");
    one.related.push_back({chronicle.rules[*source].span, {}});
    found.push_back(std::move(one));
  }
}

}  // namespace inforce::lint
