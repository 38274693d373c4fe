// Measures, groups and values, with their times.
#include <algorithm>

#include "engine/model/countries.h"
#include "engine/timeline/compiled.h"
#include "inforce/answer.h"
#include "tools/inforce/lsp/tellings_parts.h"

namespace inforce::lsp {

namespace {

constexpr std::size_t most_lines = 40;

std::string text_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  auto text = std::to_string(std::get<double>(value));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string bounds_of(const Interval& interval) {
  auto text = interval.from ? "from " + to_string(*interval.from) : std::string("always");
  if (interval.through) return text + " through " + to_string(*interval.through);
  return interval.before ? text + " before " + to_string(*interval.before) : text + ", no end";
}

std::string line_of(const Interval& interval) {
  auto line = "- " + interval.state + " " + bounds_of(interval);
  if (!interval.certain) line += " (possible)";
  for (const auto& [name, value] : interval.attributes) line += ", " + name + " `" + text_of(value) + "`";
  return line + "\n";
}

std::vector<Interval> intervals_of(const Asked& asked, const std::string& id) {
  Query query;
  query.ask = Ask::when;
  query.id = id;
  const auto answered = answer(asked.good.timeline, query);
  if (!answered) return {};
  return std::get<WhenAnswer>(answered->content).intervals;
}

/// Whether the measure binds on the day: `certainly`, `possibly`, or empty.
std::string standing(const Asked& asked, model::MeasureId id) {
  using timeline::Certainty;
  const auto& compiled = asked.good.timeline.compiled();
  const auto& zone = asked.good.rules()[id].zone;
  // The end of the day: who joins in the course of it is a member.
  const auto moment = zone.start_of(asked.day + std::chrono::days{1}) - std::chrono::seconds{1};
  for (const auto certainty : {Certainty::certain, Certainty::possible}) {
    for (const auto& segment : timeline::history(compiled, id, std::nullopt, certainty)) {
      const bool binds = segment.state == timeline::State::in_force || segment.state == timeline::State::grace;
      if (!binds || moment < segment.from || moment >= segment.before) continue;
      return certainty == Certainty::certain ? "certainly" : "possibly";
    }
  }
  return {};
}

}  // namespace

std::string of_measure(const Asked& asked, const model::Measure& measure) {
  auto text = title_line(measure.id, measure.title);
  text += optional_line("kind", std::string(to_string(measure.kind)));
  text += optional_line("jurisdiction", measure.jurisdiction);
  text += optional_line("basis", measure.basis);
  if (measure.scope) text += "scope: `" + measure.scope->text + "`  \n";
  for (const auto released : measure.releases) text += "releases: `" + asked.good.rules()[released].id + "`  \n";
  for (const auto part : measure.parts) text += "part: `" + asked.good.rules()[part].id + "`  \n";
  if (!measure.parts.empty()) return text;
  const auto intervals = intervals_of(asked, measure.id);
  text += intervals.empty() ? "\nnever in force\n" : "\n";
  for (std::size_t i = 0; i < std::min(intervals.size(), most_lines); ++i) text += line_of(intervals[i]);
  return text;
}

std::string of_group(const Asked& asked, const model::Group& group) {
  auto text = title_line(group.id, group.title) + "group of values of `" + group.attribute + "`\n\n";
  std::vector<std::string> members;
  for (const auto id : group.members) {
    const auto how = standing(asked, id);
    if (how.empty()) continue;
    const auto& member = asked.good.rules()[id];
    auto line = "- `" + member.member + "`";
    if (member.title != member.member) line += " " + member.title;
    members.push_back(line + (how == "possibly" ? " (possible)" : "") + "\n");
  }
  const auto of = asked.day_of == "today" ? std::string(", today") : ", the day of `" + asked.day_of + "`";
  text += std::to_string(members.size()) + (members.size() == 1 ? " member" : " members") + " on " +
          to_string(asked.day) + of + ", of " + std::to_string(group.members.size()) + " ever\n\n";
  for (std::size_t i = 0; i < std::min(members.size(), most_lines); ++i) text += members[i];
  if (members.size() > most_lines) text += "- …\n";
  return text;
}

/// An item, a country, a member of groups: what is known of a value.
std::string of_value(const Asked& asked, const std::string& id) {
  const auto& rules = asked.good.rules();
  const auto attribute = id.substr(0, id.find('='));
  const auto value = id.substr(attribute.size() + 1);
  std::string text;
  const auto* item = attribute == model::item_attribute ? model::find_item(rules, value) : nullptr;
  if (item != nullptr) {
    text += title_line(item->id, item->title);
    for (const auto& [fact, values] : item->facts) {
      for (const auto& each : values) text += "- " + fact + " = `" + each + "`\n";
    }
  }
  const auto* declared = model::find_attribute(rules, attribute);
  if (declared != nullptr && declared->type == model::AttributeType::country) {
    text += title_line(value, std::string(model::name_of(value)));
  }
  for (const auto& group : rules.groups) {
    if (group.attribute != attribute) continue;
    for (const auto member : model::members_named(group, value)) {
      text += title_line(rules[member].id, rules[member].title);
      for (const auto& interval : intervals_of(asked, rules[member].id)) text += line_of(interval);
      text += "\n";
    }
  }
  return text;
}

}  // namespace inforce::lsp
