// Writes a story as a rule file.
#include <cstdio>
#include <numeric>

#include "tests/oracle/story.h"

namespace oracle {
namespace {

const char* name(Field field) {
  static const char* const names[] = {"date", "announced", "filed", "published", "effective", "known"};
  return names[static_cast<int>(field)];
}

const char* name(Unit unit) {
  static const char* const names[] = {"day", "week", "month", "year"};
  return names[static_cast<int>(unit)];
}

const char* name(Verb verb) {
  static const char* const names[] = {"impose", "lift",  "suspend", "resume", "extend",
                                      "extend", "amend", "enlist",  "delist"};
  return names[static_cast<int>(verb)];
}

std::string term_text(const Term& term) {
  const int count = std::abs(term.count);
  std::string text = term.count < 0 ? " - " : " + ";
  text += std::to_string(count) + " " + name(term.unit) + (count == 1 ? "" : "s");
  if (term.rounding == Rounding::down) text += " (round down)";
  if (term.rounding == Rounding::up) text += " (round up)";
  return text;
}

std::string choice_text(const DateText& date) {
  if (!date.choice_text.empty()) return date.choice_text;
  std::string text = "[";
  for (const Days& days : date.choices) {
    if (text.size() > 1) text += ",";
    text += to_text(days.first);
    if (days.last != days.first) text += ".." + to_text(days.last);
  }
  return text + "]";
}

void line(std::string& out, const std::string& indent, const char* key, const OptionalDate& date) {
  if (!date) return;
  std::string text = to_text(*date);
  if (text[0] == '[') text = "\"" + text + "\"";
  out += indent + key + ": " + text + "\n";
}

void line(std::string& out, const std::string& indent, const char* key, const std::vector<std::string>& ids) {
  if (ids.empty()) return;
  out += indent + key + ": [";
  for (std::size_t i = 0; i < ids.size(); ++i) out += (i ? ", " : "") + ids[i];
  out += "]\n";
}

std::vector<std::string> members_yaml(const Effect& effect) {
  std::vector<std::string> members;
  for (const std::string& member : effect.members) {
    const auto own = effect.own.find(member);
    const auto names = effect.names.find(member);
    std::string text = member;
    if (own != effect.own.end() || names != effect.names.end()) text = "{id: " + member;
    if (names != effect.names.end()) {
      text += ", names: [";
      for (const std::string& name : names->second) text += (text.back() == '[' ? "" : ", ") + name;
      text += "]";
    }
    if (own != effect.own.end())
      for (const auto& [key, value] : own->second) text += ", " + key + ": " + value;
    members.push_back(text == member ? text : text + "}");
  }
  return members;
}

std::string effect_yaml(const Effect& effect) {
  const std::string indent = "        ";
  std::string out = std::string("      - ") + name(effect.verb) + ": " + effect.measure + "\n";
  if (effect.verb == Verb::extend_suspension) out += indent + "what: suspension\n";
  line(out, indent, "members", members_yaml(effect));
  line(out, indent, "effective", effect.effective);
  line(out, indent, "through", effect.through);
  line(out, indent, "before", effect.before);
  line(out, indent, "compliance", effect.compliance);
  if (effect.scope) out += indent + "scope: '" + to_text(*effect.scope) + "'\n";
  for (const auto& [key, value] : effect.attributes) out += indent + key + ": " + value + "\n";
  return out;
}

std::string list_text(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& each : all) text += (text.empty() ? "" : ", ") + each;
  return text;
}

std::string quoted(const std::string& value) {
  return value.find(' ') == std::string::npos ? value : "\"" + value + "\"";
}

const char* name(Type type) {
  static const char* const names[] = {"code", "country", "text", "number", "date", "flag"};
  return names[static_cast<int>(type)];
}

std::string measure_yaml(const Measure& measure) {
  std::string out = "  " + measure.id + ": {title: Measure " + measure.id;
  if (measure.group)
    out += ", attribute: party";
  else if (measure.authorization)
    out += ", releases: [" + list_text(measure.releases) + "]";
  else
    out += ", kind: " + measure.kind;
  if (!measure.regime.empty()) out += ", regime: " + measure.regime;
  if (measure.scope) out += ", scope: '" + to_text(*measure.scope) + "'";
  if (!measure.part_of.empty()) out += ", part_of: " + measure.part_of;
  if (!measure.zone.empty()) out += ", time_zone: " + measure.zone;
  return out + "}\n";
}

std::string item_yaml(const Item& item) {
  std::string out = "  " + item.id + ": {title: Item " + item.id;
  for (const auto& [attribute, values] : item.facts)
    out += ", " + attribute + ": " + (values.size() == 1 ? values[0] : "[" + list_text(values) + "]");
  return out + "}\n";
}

std::string regime_yaml(const Regime& regime) {
  std::string out = "  " + regime.id + ": {title: Regime " + regime.id + ", from: " + to_text(regime.from) +
                    ", reviewed: " + to_text(regime.reviewed);
  if (regime.scope) out += ", scope: '" + to_text(*regime.scope) + "'";
  return out + "}\n";
}

// `not` before `and` before `or`: parentheses only where they are needed.
std::string operand_text(const Scope& operand, Test around) {
  if (operand.operands.size() == 1 && operand.test != Test::negation) return operand_text(operand.operands[0], around);
  const bool weaker = (operand.test == Test::any_of && around != Test::any_of) ||
                      (operand.test == Test::all_of && around == Test::negation);
  return weaker ? "(" + to_text(operand) + ")" : to_text(operand);
}

Scope contrary(Scope scope) {
  scope.test = scope.test == Test::in ? Test::not_in : Test::not_in_group;
  return scope;
}

}  // namespace

const std::map<std::string, Type>& vocabulary() {
  static const std::map<std::string, Type> all{
      {"party", Type::code},   {"item", Type::code},   {"eccn", Type::code},   {"destination", Type::country},
      {"use", Type::text},     {"tpp", Type::number},  {"signed", Type::date}, {"fab", Type::flag},
      {"level", Type::number}, {"strict", Type::flag}, {"remark", Type::text}};
  return all;
}

std::string to_text(const Scope& scope) {
  static const char* const words[] = {" = ",     " != ",  " < ",       " <= ",       " > ",
                                      " >= ",    " in (", " not in (", " in group(", " not in group(",
                                      " under ", "not ",  " and ",     " or "};
  const char* word = words[static_cast<int>(scope.test)];
  if (scope.test == Test::negation) {
    const Scope& operand = scope.operands[0];
    if (operand.test == Test::in || operand.test == Test::in_group) return to_text(contrary(operand));
    return word + operand_text(operand, scope.test);
  }
  std::string text;
  for (const Scope& operand : scope.operands) text += (text.empty() ? "" : word) + operand_text(operand, scope.test);
  if (!scope.operands.empty()) return text;
  for (const std::string& value : scope.values) text += (text.empty() ? "" : ", ") + quoted(value);
  return scope.attribute + word + text + (scope.test >= Test::in && scope.test <= Test::not_in_group ? ")" : "");
}

std::string to_text(const OptionalScope& scope) { return scope ? to_text(*scope) : ""; }

std::string to_text(const Facts& facts) {
  std::string text;
  for (const auto& [attribute, values] : facts)
    for (const std::string& value : values) text += (text.empty() ? "" : ",") + attribute + "=" + value;
  return text;
}

std::string to_text(Day day) {
  if (day == first_day) return "-inf";
  if (day == last_day) return "inf";
  const std::chrono::year_month_day ymd{day};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                static_cast<unsigned>(ymd.day()));
  return text;
}

std::string to_text(Moment moment) {
  if (moment == beginning) return "-inf";
  if (moment == forever) return "inf";
  const Day day = std::chrono::floor<std::chrono::days>(moment);
  const auto seconds = (moment - day).count();
  char text[40];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(seconds / 3600),
                static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  return to_text(day) + text;
}

std::string to_text(const DateText& date) {
  std::string text;
  switch (date.form) {
    case Form::day:
      text = to_text(date.day);
      break;
    case Form::moment:
      return date.moment_text;
    case Form::choice:
      text = choice_text(date);
      break;
    case Form::open_before:
      text = "[.." + to_text(date.day) + "]";
      break;
    case Form::open_after:
      text = "[" + to_text(date.day) + "..]";
      break;
    case Form::unknown:
      return "unknown";
    case Form::reference:
      text = (date.event.empty() ? "" : date.event + ".") + name(date.field);
      for (const Term& term : date.terms) text += term_text(term);
      return text;
  }
  if (date.mark) text += date.mark;
  return text;
}

std::string vocabulary_yaml(const Story& story) {
  std::string out =
      "inforce: 1\n"
      "sources:\n"
      "  paper: {title: Paper, publisher: Gazette, kind: gazette}\n"
      "vocabulary:\n";
  for (const auto& [attribute, type] : vocabulary())
    out += "  " + attribute + ": {type: " + name(type) + ", title: Fact " + attribute + "}\n";
  if (!story.items.empty()) out += "items:\n";
  for (const Item& item : story.items) out += item_yaml(item);
  if (!story.regimes.empty()) out += "coverage:\n";
  for (const Regime& regime : story.regimes) out += regime_yaml(regime);
  std::string groups, restrictions, authorizations;
  for (const Measure& measure : story.measures)
    (measure.group ? groups : measure.authorization ? authorizations : restrictions) += measure_yaml(measure);
  if (!groups.empty()) out += "groups:\n" + groups;
  if (!restrictions.empty()) out += "restrictions:\n" + restrictions;
  if (!authorizations.empty()) out += "authorizations:\n" + authorizations;
  return out;
}

std::string event_yaml(const Event& event) {
  const std::string indent = "    ";
  std::string out = "  - id: " + event.id + "\n    title: Event " + event.id + "\n";
  line(out, indent, "date", event.date);
  line(out, indent, "announced", event.announced);
  line(out, indent, "filed", event.filed);
  line(out, indent, "published", event.published);
  line(out, indent, "effective", event.effective);
  line(out, indent, "known", event.known);
  if (event.evidence == Evidence::reported) out += "    evidence: reported\n";
  if (event.evidence == Evidence::proposed) out += "    evidence: proposed\n";
  if (!event.zone.empty()) out += "    time_zone: " + event.zone + "\n";
  line(out, indent, "after", event.after);
  line(out, indent, "retracts", event.retracts);
  if (!event.retracts.empty()) out += "    reason: annulled\n";
  line(out, indent, "supersedes", event.supersedes);
  out += "    sources: [paper]\n";
  if (!event.effects.empty()) out += "    effects:\n";
  for (const Effect& effect : event.effects) out += effect_yaml(effect);
  return out;
}

std::string to_yaml(const Story& story, const std::vector<std::size_t>& order) {
  std::string out = vocabulary_yaml(story);
  if (!order.empty()) out += "events:\n";
  for (const std::size_t i : order) out += event_yaml(story.events[i]);
  return out;
}

std::string to_yaml(const Story& story) {
  std::vector<std::size_t> order(story.events.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  return to_yaml(story, order);
}

}  // namespace oracle
