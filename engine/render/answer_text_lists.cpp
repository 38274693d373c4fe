// Text of answers that are lists: `when`, `diff`, `events`, `next`.
#include "engine/render/answer_text.h"

namespace inforce::render_text {

namespace {

std::string parts_text(const WhenAnswer& content, const Style& style) {
  auto text =
      headline("PARTS", Tone::strong,
               content.id + " has " + count_of(content.parts.size(), "part") + ", each with dates of its own.", style);
  text += "\n";
  for (const auto& part : content.parts) text += "  " + part + "\n";
  return text;
}

std::string when_headline(const WhenAnswer& content, const Answer& answer, const Style& style) {
  const auto known = knowledge_of(answer.query.known);
  const auto title = content.title.empty() ? std::string{} : ": " + content.title;
  std::size_t certain = 0;
  std::size_t possible = 0;
  for (const auto& interval : content.intervals) {
    if (interval.state != "suspended") ++(interval.certain ? certain : possible);
  }
  if (certain > 0) {
    const auto sentence = content.id + title + known + ".";
    return headline("IN FORCE", Tone::bad, sentence, style);
  }
  if (possible > 0) {
    return headline("POSSIBLY IN FORCE", Tone::doubtful, content.id + title + "; no interval is certain" + known + ".",
                    style);
  }
  if (content.announced) {
    return headline(
        "NEVER IN FORCE", Tone::strong,
        content.id + title +
            (content.intervals.empty() ? "; announced, and no interval follows" : "; suspended throughout") + known +
            ".",
        style);
  }
  return headline("NOTHING KNOWN", Tone::strong, "no event imposes " + content.id + known + ".", style);
}

Tone tone_of_state(const std::string& state) {
  if (state == "in-force") return Tone::bad;
  return state == "grace" ? Tone::doubtful : Tone::strong;
}

/// Attributes that differ, one line each; where only the status does, none.
std::vector<std::string> differences(const Change& change) {
  std::vector<std::string> notes;
  for (const auto& [name, value] : change.to_attributes) {
    const auto old = change.from_attributes.find(name);
    if (old == change.from_attributes.end()) {
      notes.push_back(spoken(name) + ": " + text_of(value));
    } else if (old->second != value) {
      notes.push_back(spoken(name) + ": " + text_of(old->second) + " -> " + text_of(value));
    }
  }
  for (const auto& [name, value] : change.from_attributes) {
    if (change.to_attributes.count(name) == 0) notes.push_back(spoken(name) + ": no longer " + text_of(value));
  }
  return notes;
}

std::string between(const Query& query) {
  if (query.ask == Ask::diff_known) {
    return time_of(query.on) + ", between what was known " + time_of(query.known) + " and " + time_of(query.known_then);
  }
  return "between " + to_string(*query.on) + " and " + to_string(*query.then) + knowledge_of(query.known);
}

std::string span_of(const Query& query) {
  std::string text;
  if (query.from) text += " from " + to_string(*query.from) + (query.through ? "" : " on");
  if (query.through) text += " through " + to_string(*query.through);
  if (!query.authority.empty()) text += " of " + query.authority;
  if (!query.id.empty()) text += " touching " + query.id;
  return text + knowledge_of(query.known);
}

std::vector<std::string> event_notes(const EventRow& row) {
  std::vector<std::string> notes{row.title};
  std::vector<std::string> effects;
  for (const auto& effect : row.effects) effects.push_back(effect.effect + " " + effect.measure);
  if (effects.empty()) effects.emplace_back("no effect on any measure");
  notes.push_back(list_of(effects));
  if (row.evidence != "official") notes.push_back(row.evidence);
  return notes;
}

}  // namespace

std::string body_of(const WhenAnswer& content, const Answer& answer, const Style& style) {
  if (!content.parts.empty()) return parts_text(content, style);
  auto text = when_headline(content, answer, style);
  bool all_certain = true;
  for (const auto& interval : content.intervals) all_certain = all_certain && interval.certain;
  Table table;
  table.columns = {{"FROM"}, {"THROUGH"}, {"STATE"}, {"CERTAINTY"}, {"BY", true, true}};
  for (const auto& interval : content.intervals) {
    std::vector<std::string> notes;
    if (!interval.attributes.empty()) notes.push_back(text_of(interval.attributes));
    table.rows.push_back({{{from_text(interval)},
                           {through_text(interval)},
                           {interval.state, tone_of_state(interval.state)},
                           {all_certain        ? ""
                            : interval.certain ? "certain"
                                               : "possible"},
                           {list_of(interval.by)}},
                          std::move(notes)});
  }
  if (table.rows.empty()) return text;
  table.note_column = 2;
  return text + "\n" + laid_out(std::move(table), style.width, style.colour);
}

std::string body_of(const DiffAnswer& content, const Answer& answer, const Style& style) {
  const auto where = between(answer.query);
  if (content.changes.empty()) return headline("UNCHANGED", Tone::good, "no measure differs " + where + ".", style);
  const auto count = content.changes.size();
  auto text = headline("CHANGED", Tone::bad,
                       count_of(count, "measure") + (count == 1 ? " differs " : " differ ") + where + ".", style);
  Table table;
  table.columns = {{"MEASURE"}, {"WAS"}, {"IS"}, {"BY", true, true}};
  table.note_column = 1;
  for (const auto& change : content.changes) {
    auto notes = change.from == change.to ? differences(change) : std::vector<std::string>{};
    if (change.from != change.to && !change.to_attributes.empty()) notes.push_back(text_of(change.to_attributes));
    table.rows.push_back({{{change.id, Tone::strong},
                           {std::string(to_string(change.from)), tone_of(change.from)},
                           {std::string(to_string(change.to)), tone_of(change.to)},
                           {list_of(change.by)}},
                          std::move(notes)});
  }
  return text + "\n" + laid_out(std::move(table), style.width, style.colour);
}

std::string body_of(const EventsAnswer& content, const Answer& answer, const Style& style) {
  const auto span = span_of(answer.query);
  if (content.events.empty()) return headline("NO EVENTS", Tone::strong, "none is recorded" + span + ".", style);
  auto text = headline("EVENTS", Tone::strong, count_of(content.events.size(), "event") + span + ".", style);
  Table table;
  table.columns = {{"DATE"}, {"EVENT"}, {"KNOWN"}, {"EFFECTIVE"}, {"AUTHORITY", true}};
  for (const auto& row : content.events) {
    table.rows.push_back({{{row.date},
                           {row.id, Tone::strong},
                           {row.known.empty() ? "never" : row.known},
                           {row.effective},
                           {row.authority}},
                          event_notes(row)});
  }
  return text + "\n" + laid_out(std::move(table), style.width, style.colour);
}

std::string body_of(const NextAnswer& content, const Answer& answer, const Style& style) {
  const auto span = span_of(answer.query);
  if (content.next.empty())
    return headline("NOTHING COMING", Tone::strong,
                    "no day is written on which anything changes" + span + "; what has no day may still come.", style);
  auto text = headline("COMING", Tone::doubtful, count_of(content.next.size(), "change") + span + ".", style);
  bool all_certain = true;
  for (const auto& coming : content.next) all_certain = all_certain && coming.certain;
  Table table;
  table.columns = {{"DATE"}, {"MEASURE"}, {"WHAT"}, {"CERTAINTY"}, {"BY", true, true}};
  for (const auto& coming : content.next) {
    table.rows.push_back({{{to_string(coming.at)},
                           {coming.id, Tone::strong},
                           {coming.what},
                           {all_certain      ? ""
                            : coming.certain ? "certain"
                                             : "possible"},
                           {list_of(coming.by)}},
                          {}});
  }
  return text + "\n" + laid_out(std::move(table), style.width, style.colour);
}

}  // namespace inforce::render_text
