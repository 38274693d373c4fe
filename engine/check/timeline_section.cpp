// The definition of a report under `timeline`: what it selects must be there, and what it leaves out too.
#include <algorithm>
#include <set>

#include "engine/check/expectation.h"
#include "engine/check/facts.h"
#include "engine/check/names.h"

namespace inforce::check {
namespace {

using model::EventId;
using model::MeasureId;
using syntax::Node;

/// Regimes that coverage or any record names, each once, in order.
std::vector<std::string_view> regimes_in(const Draft& draft) {
  std::set<std::string_view> names;
  for (const auto& regime : draft.book.regimes) names.insert(regime.id);
  for (const auto& measure : draft.book.measures) names.insert(measure.regime);
  for (const auto& event : draft.book.events) names.insert(event.regime);
  names.erase(std::string_view{});
  return {names.begin(), names.end()};
}

std::vector<std::string_view> jurisdictions_in(const Draft& draft) {
  std::set<std::string_view> names;
  for (const auto& measure : draft.book.measures) names.insert(measure.jurisdiction);
  for (const auto& event : draft.book.events) names.insert(event.jurisdiction);
  names.erase(std::string_view{});
  return {names.begin(), names.end()};
}

std::string one_of(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) text += (text.empty() ? "one of " : ", ") + quoted(name);
  return text;
}

class TimelineDecoder {
 public:
  TimelineDecoder(Draft& draft, const Node& body)
      : draft_(draft),
        at_(body.entries.empty() ? body.span : body.entries.front().key.span),
        fields_(draft, timeline_rule(), body, at_) {}

  void decode() {
    const Node* title = fields_["title"];
    story_.title = fields_.text("title");
    story_.span = title != nullptr ? title->span : at_;
    story_.question = fields_.text("question");
    story_.notes = fields_.text("notes");
    story_.note = fields_.text("note");
    if (const Node* facts = fields_["with"]) story_.facts = facts_in(draft_, *facts);
    for (const Node& name : fields_.items("measures")) add_measures(name, story_.measures);
    story_.events = events_in(fields_);
    story_.regimes = listed("regimes", regimes_in(draft_), codes::unknown_regime);
    story_.jurisdictions = listed("jurisdictions", jurisdictions_in(draft_), codes::unknown_jurisdiction);
    for (const Node& name : fields_.items("without")) leave_out(name);
    decode_days();
    for (const Node& lane : fields_.items("lanes")) decode_lane(lane);
    draft_.book.stories.push_back(std::move(story_));
  }

 private:
  /// A group stands for its members.
  void add_measures(const Node& name, std::vector<MeasureId>& measures) {
    const auto group = std::find_if(draft_.book.groups.begin(), draft_.book.groups.end(),
                                    [&](const auto& each) { return each.id == name.text; });
    if (group != draft_.book.groups.end()) {
      for (const MeasureId member : group->members) add_once(member, name, measures);
    } else if (const auto measure = measure_in(draft_, name)) {
      add_once(*measure, name, measures);
    }
  }

  template <class T>
  void add_once(T id, const Node& name, std::vector<T>& ids) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) return ids.push_back(id);
    draft_.report(codes::value_twice, quoted(name.text) + " stands twice in the list", name.span, "leave one out");
  }

  std::vector<EventId> events_in(const Fields& fields) {
    std::vector<EventId> events;
    for (const Node& name : fields.items("events")) {
      if (const auto event = refer(draft_, Section::event, name, codes::unknown_event)) {
        add_once(EventId{*event}, name, events);
      }
    }
    return events;
  }

  std::vector<std::string> listed(std::string_view field, const std::vector<std::string_view>& known, Code code) {
    std::vector<std::string> found;
    for (const Node& name : fields_.items(field)) {
      if (std::find(known.begin(), known.end(), name.text) != known.end()) {
        add_once(name.text, name, found);
      } else if (draft_.complete) {
        std::string help = draft_.did_you_mean(name.text, known);
        if (help.empty() && known.size() <= 10) help = one_of(known);
        draft_.report(code, "nothing in these rules is of " + quoted(name.text), name.span, std::move(help));
      }
    }
    return found;
  }

  /// A measure, a group or an event; where one id names both, both.
  void leave_out(const Node& name) {
    const auto event = draft_[Section::event].find(name.text);
    if (event) add_once(EventId{*event}, name, story_.without_events);
    const bool measure = draft_[Section::group].find(name.text) || draft_.measures.contains(name.text);
    if (measure || !event) add_measures(name, story_.without_measures);
  }

  void decode_days() {
    const Node* from = fields_["from"];
    const Node* through = fields_["through"];
    if (from != nullptr) story_.from = exact_day_in(draft_, *from);
    if (through != nullptr) story_.through = exact_day_in(draft_, *through);
    story_.on = when_in(draft_, fields_["on"]);
    story_.known = when_in(draft_, fields_["known"]);
    if (story_.from && story_.through && *story_.through < *story_.from) {
      draft_.report(codes::bad_range, "`through` is before `from`", through->span)
          .related.push_back({from->span, "shown from here"});
    }
  }

  void decode_lane(const Node& body) {
    if (!body.is_map()) {
      draft_.report(codes::wrong_shape, "a lane is told by a map, not by " + std::string(shape_of(body)), body.span);
      return;
    }
    const Span at = body.entries.empty() ? body.span : body.entries.front().key.span;
    const Fields fields(draft_, lane_rule(), body, at);
    model::Lane lane;
    lane.title = fields.text("title");
    lane.span = at;
    lane.note = fields.text("note");
    for (const Node& name : fields.items("measures")) add_to_lane(name, lane);
    lane.events = events_in(fields);
    if (fields.key("measures") == nullptr && fields.key("events") == nullptr) {
      draft_.report(codes::missing_key, "a lane needs `measures` or `events`", at);
    }
    story_.lanes.push_back(std::move(lane));
  }

  void add_to_lane(const Node& name, model::Lane& lane) {
    std::vector<MeasureId> named;
    add_measures(name, named);
    for (const MeasureId measure : named) {
      if (in_lane_.insert(measure).second) {
        lane.measures.push_back(measure);
      } else {
        draft_.report(codes::value_twice, quoted(draft_.book[measure].id) + " stands twice in the lanes", name.span,
                      "leave one out");
      }
    }
  }

  Draft& draft_;
  Span at_;
  Fields fields_;
  std::set<MeasureId> in_lane_;
  model::Story story_;
};

}  // namespace

void check_timelines(Draft& draft) {
  for (const Node* body : draft.timelines) TimelineDecoder(draft, *body).decode();
}

}  // namespace inforce::check
