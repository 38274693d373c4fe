#include <algorithm>

#include "engine/model/countries.h"
#include "engine/timeline/compiled.h"
#include "inforce/answer.h"
#include "tools/inforce/lsp/tellings_parts.h"

namespace inforce::lsp {

namespace {

std::string of_event(const Asked& asked, const model::Event& event) {
  auto text = title_line(event.id, event.title);
  for (std::size_t f = 0; f < model::field_count; ++f) {
    if (event.dates[f]) {
      text += std::string(to_string(static_cast<model::Field>(f))) + ": " + event.dates[f]->text + "  \n";
    }
  }
  if (event.evidence != model::Evidence::official) {
    text += event.evidence == model::Evidence::reported ? "reported only  \n" : "proposed only  \n";
  }
  for (const auto id : event.effects) {
    const auto& effect = asked.good.rules()[id];
    text += "- " + std::string(to_string(effect.verb)) + " `" + asked.good.rules()[effect.named].id + "`\n";
  }
  if (event.effects.empty()) text += "\na signal: it switches nothing on or off\n";
  for (const auto id : event.sources) text += "\nsource: " + asked.good.rules()[id].title + "\n";
  return text;
}

std::string of_source(const model::Source& source) {
  auto text = title_line(source.id, source.title) + source.publisher + ", " + source.kind;
  if (source.date) text += ", " + source.date->text;
  text += "  \n" + optional_line("cite", source.cite);
  if (!source.url.empty()) text += "<" + source.url + ">  \n";
  if (!source.quote.empty()) text += "\n> " + source.quote + "\n";
  return text + (source.note.empty() ? "" : "\n" + source.note + "\n");
}

std::string of_attribute(const model::Attribute& attribute) {
  constexpr std::array<std::string_view, 6> types = {"code", "country", "text", "number", "date", "flag"};
  auto text = title_line(attribute.id, attribute.title);
  text += "type: " + std::string(types[static_cast<std::size_t>(attribute.type)]) + "  \n";
  text += optional_line("unit", attribute.unit);
  for (const auto& value : attribute.values) text += "- `" + value + "`\n";
  return text + (attribute.note.empty() ? "" : "\n" + attribute.note + "\n");
}

template <class T>
const T* found_in(const std::vector<T>& list, const std::string& id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& each) { return each.id == id; });
  return found == list.end() ? nullptr : &*found;
}

template <class T, class Tell>
std::string told(const T* record, Tell tell) {
  return record == nullptr ? std::string{} : tell(*record);
}

std::string of_measure_or_group(const Asked& asked, const std::string& id) {
  const auto& rules = asked.good.rules();
  if (const auto measure = model::find_measure(rules, id)) return of_measure(asked, rules[*measure]);
  const auto* group = model::find_group(rules, id);
  return group == nullptr ? std::string{} : of_group(asked, *group);
}

std::string of_regime(const model::Regime& regime) {
  return title_line(regime.id, regime.title) + "complete from " + to_string(regime.from) + " through " +
         to_string(regime.reviewed) + "\n" + (regime.note.empty() ? "" : "\n" + regime.note + "\n");
}

std::string of_calendar(const model::Rulebook& rules, const std::string& id) {
  for (const auto& each : rules.calendars) {
    const auto& days = each.days.rules();
    if (days.id != id) continue;
    return title_line(id, each.title) + "years " + std::to_string(days.first_year) + " to " +
           std::to_string(days.last_year) + "\n";
  }
  return {};
}

}  // namespace

std::string title_line(const std::string& id, const std::string& title) { return "**" + id + "** " + title + "\n\n"; }

std::string optional_line(const std::string& name, const std::string& value) {
  return value.empty() ? std::string{} : name + ": " + value + "  \n";
}

std::string telling(const Asked& asked, const Symbol& symbol) {
  const auto& rules = asked.good.rules();
  switch (symbol.kind) {
    case Kind::measure:
    case Kind::member:
      return of_measure_or_group(asked, symbol.id);
    case Kind::event: {
      const auto id = model::find_event(rules, symbol.id);
      return id ? of_event(asked, rules[*id]) : std::string{};
    }
    case Kind::source:
      return told(found_in(rules.sources, symbol.id), of_source);
    case Kind::authority:
      return told(found_in(rules.authorities, symbol.id),
                  [](const model::Authority& found) { return title_line(found.id, found.name); });
    case Kind::regime:
      return told(found_in(rules.regimes, symbol.id), of_regime);
    case Kind::attribute:
      return told(model::find_attribute(rules, symbol.id), of_attribute);
    case Kind::calendar:
      return of_calendar(rules, symbol.id);
    case Kind::value:
      return of_value(asked, symbol.id);
    case Kind::gazette:
      return told(found_in(rules.gazettes, symbol.id),
                  [](const model::Gazette& found) { return title_line(found.id, found.title) + found.note; });
    case Kind::none:
      break;
  }
  return {};
}

std::string telling(const Place& place) {
  if (place.field == nullptr) return {};
  auto text = "**" + std::string(place.field->name) + "** of " + std::string(place.rule->name) + "\n\n" +
              std::string(place.field->sentence);
  if (place.field->need == check::Need::required) text += " Required.";
  if (place.field->words.empty()) return text;
  text += "\n\n";
  for (const auto word : check::texts_of(place.field->words)) text += "- `" + std::string(word) + "`\n";
  return text;
}

std::string telling_of_code(std::string_view word) {
  if (word.size() != 5 || !word.starts_with("IF")) return {};
  const auto info = find_code(word);
  if (!info) return {};
  const auto first = info->page.find("\n\n");
  const auto second = first == std::string_view::npos ? first : info->page.find("\n\n", first + 2);
  auto text = "**" + std::string(word) + "** " + std::string(info->title) + "\n\n";
  if (second != std::string_view::npos) text += std::string(info->page.substr(first + 2, second - first - 2));
  return text;
}

}  // namespace inforce::lsp
