#include "engine/render/events_markdown.h"

#include <algorithm>
#include <map>

#include "engine/render/answer_text.h"
#include "engine/render/markdown.h"
#include "engine/render/spoken_dates.h"

namespace inforce::render_markdown {
namespace {

using markdown::anchor;
using markdown::escaped;
using markdown::link_to_anchor;
using render_text::count_of;
using render_text::DatePlace;
using render_text::list_of;
using render_text::month_name;
using render_text::place_of;
using render_text::spoken_date;

std::string capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
  return text;
}

/// The date as it is written, unless it counts from another and has come out as a day.
std::string told_date(const EventRow& row) {
  for (const auto& date : row.dates) {
    if (date.key == "date" && (place_of(date.text).year > 0 || row.date.empty())) return date.text;
  }
  return row.date;
}

/// `9 April 2025`, `In April 2025`, `By 5 November 2025`.
std::string day_of(const EventRow& row) {
  const auto written = told_date(row);
  const auto words = spoken_date(written);
  const bool day = words.front() >= '0' && words.front() <= '9' && place_of(written).day > 0;
  const bool choice = words.starts_with("by ") || words.starts_with("between ") || words.starts_with("on ");
  return capital(day || choice || words.front() == '`' ? words : "in " + words);
}

/// Numbers of sources in the order in which the page first names them.
class Numbers {
 public:
  std::size_t of(const std::string& id) {
    const auto [at, fresh] = numbers_.try_emplace(id, order_.size() + 1);
    if (fresh) order_.push_back(id);
    return at->second;
  }
  [[nodiscard]] const std::vector<std::string>& order() const { return order_; }

 private:
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::string> order_;
};

std::string_view label_of(const EventRow::Effect& effect) {
  static const std::map<std::string_view, std::string_view> labels = {
      {"impose", "Comes into force"}, {"lift", "Ends"},     {"suspend", "Suspended"}, {"resume", "No longer suspended"},
      {"extend", "Given a new end"},  {"amend", "Changed"}, {"enlist", "Added to"},   {"delist", "Removed from"}};
  if (effect.of_suspension) return "Suspension given a new end";
  const auto at = labels.find(effect.effect);
  return at == labels.end() ? std::string_view(effect.effect) : at->second;
}

std::string dates_of(const EventRow::Effect& effect) {
  static const std::map<std::string_view, std::string_view> words = {{"effective", "from "},
                                                                     {"through", "through "},
                                                                     {"before", "ending before "},
                                                                     {"compliance", "conduct judged from "}};
  std::string text;
  for (const auto& date : effect.dates) {
    auto day = spoken_date(date.text);
    if (day.starts_with("between ") || day.starts_with("by ") || day.starts_with("on ")) {
      day = "a day " + (day.starts_with("on a day ") ? day.substr(9) : day);
    }
    text += ", " + std::string(words.at(date.key)) + day;
  }
  return text;
}

std::string measure_of(const EventRow::Effect& effect) {
  const auto id = link_to_anchor("`" + effect.measure + "`", "measure", effect.measure);
  return effect.title.empty() ? id : escaped(effect.title) + " (" + id + ")";
}

/// What is so from then on, but for the measures.
std::string manner_of(const EventRow::Effect& effect) {
  std::vector<std::string> parts;
  for (const auto& [name, value] : effect.attributes) {
    parts.push_back(render_text::spoken(name) + ": " + escaped(render_text::text_of(value)));
  }
  if (!effect.scope.empty()) parts.push_back("scope: `" + effect.scope + "`");
  std::string text;
  for (const auto& part : parts) text += "; " + part;
  return text;
}

/// `**Given a new end, through 18 November 2019:** `; the same for effects that one line can tell.
std::string head_of(const EventRow::Effect& effect) {
  std::string head = "- **" + std::string(label_of(effect));
  if (!effect.group.empty() && (effect.effect == "enlist" || effect.effect == "delist"))
    head += " " + escaped(effect.group);
  return head + dates_of(effect) + ":** ";
}

std::string effects_of(const EventRow& row) {
  std::string text;
  for (std::size_t i = 0; i < row.effects.size();) {
    const auto head = head_of(row.effects[i]);
    const auto manner = manner_of(row.effects[i]);
    std::vector<std::string> measures;
    for (; i < row.effects.size() && head_of(row.effects[i]) == head && manner_of(row.effects[i]) == manner; ++i) {
      measures.push_back(measure_of(row.effects[i]));
    }
    text += head + list_of(measures) + manner + ".\n";
  }
  return text.empty() ? text : text + "\n";
}

std::string events_named(const std::vector<std::string>& ids) {
  std::vector<std::string> links;
  links.reserve(ids.size());
  for (const auto& id : ids) links.push_back(link_to_anchor("`" + id + "`", "event", id));
  return list_of(links);
}

/// Who acted, as a sentence; empty where nobody is told.
std::string actor_of(const EventRow& row) {
  std::string who = row.authority_name.empty() ? row.authority : row.authority_name;
  if (!row.jurisdiction.empty()) who += who.empty() ? row.jurisdiction : " (" + row.jurisdiction + ")";
  return who.empty() ? who : escaped(who) + ". ";
}

/// Its days beside the one that it stands under, as a sentence; empty where there are none.
std::string other_days_of(const EventRow& row) {
  const auto day = told_date(row);
  std::string days;
  const auto add = [&](const std::string& words) { days += (days.empty() ? "" : ", ") + words; };
  for (const auto& date : row.dates) {
    if (date.key != "date" && date.text != day) add(date.key + " " + spoken_date(date.text));
  }
  if (row.known.empty()) {
    add("not known to have happened");
  } else if (row.known != row.date && place_of(row.known) != place_of(day)) {
    add("known from " + spoken_date(row.known));
  }
  return days.empty() ? days : capital(days) + ". ";
}

/// Who acted, on which other days, and on whose word.
std::string circumstances_of(const EventRow& row) {
  std::string text = actor_of(row) + other_days_of(row);
  if (row.retroactive) text += "It acts on the past on purpose. ";
  if (!row.retracts.empty()) {
    text += "Retracts " + events_named(row.retracts) + (row.reason.empty() ? "" : ", " + row.reason) + ". ";
  }
  if (!row.supersedes.empty()) text += "Takes the place of " + events_named(row.supersedes) + ". ";
  if (row.evidence == "reported") text += "**Reported, not official.** ";
  if (row.evidence == "proposed") text += "**Proposed; it counts only where it is assumed.** ";
  return text + "`" + row.id + "`";
}

std::string text_of(const EventRow& row, Numbers& numbers) {
  std::string text = "#### " + day_of(row) + ": " + escaped(row.title) + "\n\n";
  text += "<a id=\"" + anchor("event", row.id) + "\"></a>" + circumstances_of(row) + "\n\n";
  text += effects_of(row);
  for (const auto& line : markdown::paragraphs(row.quote)) text += "> " + line + "\n>\n";
  if (!row.quote.empty()) text.replace(text.size() - 2, 2, "\n");
  for (const auto& paragraph : markdown::paragraphs(row.note)) text += paragraph + "\n\n";
  std::vector<std::string> cited;
  for (const auto& source : row.sources) cited.push_back("[" + std::to_string(numbers.of(source)) + "]");
  std::string all;
  for (const auto& number : cited) all += (all.empty() ? "" : ", ") + number;
  return text + "Sources: " + all + ".\n\n";
}

std::string asked(const Query& query) {
  std::string text;
  if (query.from) text += " from " + spoken_date(to_string(*query.from)) + (query.through ? "" : " on");
  if (query.through) text += " through " + spoken_date(to_string(*query.through));
  if (!query.authority.empty()) text += " of `" + query.authority + "`";
  if (!query.id.empty()) text += " touching `" + query.id + "`";
  if (!query.jurisdictions.empty()) text += " of " + escaped(list_of(query.jurisdictions));
  if (!query.regimes.empty()) text += " of the regimes " + escaped(list_of(query.regimes));
  if (query.official_only) text += ", those that rest on official sources";
  return text + escaped(render_text::knowledge_of(query.known));
}

std::string measures_of(const std::vector<const EventRow*>& rows) {
  std::map<std::string, std::pair<std::string, std::vector<const EventRow*>>> touched;
  for (const auto* row : rows) {
    for (const auto& effect : row->effects) {
      auto& [title, events] = touched[effect.measure];
      title = effect.title;
      if (events.empty() || events.back() != row) events.push_back(row);
    }
  }
  std::string text =
      touched.empty() ? "" : "## Measures\n\nWhat the events changed, each with the days of those that did.\n\n";
  for (const auto& [id, told] : touched) {
    text += "- <a id=\"" + anchor("measure", id) + "\"></a>`" + id + "`";
    if (!told.first.empty()) text += " " + escaped(told.first);
    std::string days;
    for (const auto* row : told.second) {
      days += (days.empty() ? ": " : "; ") + link_to_anchor(escaped(day_of(*row)), "event", row->id);
    }
    text += days + "\n";
  }
  return touched.empty() ? text : text + "\n";
}

std::string text_of(const Citation& source) {
  std::string text = markdown::link(source.title, source.url) + ". " + escaped(source.publisher);
  if (!source.date.empty()) text += ", " + spoken_date(source.date);
  return text + "." + (source.cite.empty() ? "" : " " + escaped(source.cite) + ".");
}

std::string sources_of(const Answer& answer, const Numbers& numbers) {
  std::map<std::string_view, const Citation*> known;
  for (const auto& citation : answer.citations) known[citation.id] = &citation;
  std::string list;
  std::string targets;
  for (std::size_t i = 0; i < numbers.order().size(); ++i) {
    const auto number = std::to_string(i + 1);
    const auto at = known.find(numbers.order()[i]);
    const auto told = at == known.end() ? escaped(numbers.order()[i]) : text_of(*at->second);
    list += number + ". <a id=\"source-" + number + "\"></a>" + told + "\n";
    targets += "[" + number + "]: #source-" + number + "\n";
  }
  return list.empty() ? list : "## Sources\n\n" + list + "\n" + targets + "\n";
}

std::string coverage_of(const Answer& answer) {
  std::string text = "## What this rests on\n\n";
  if (answer.coverage.empty()) text += "The rules state no coverage.\n\n";
  for (const auto& regime : answer.coverage) {
    text += "- " + escaped(regime.title) + " (`" + regime.regime + "`): complete from " +
            spoken_date(to_string(regime.from)) + " through " + spoken_date(to_string(regime.reviewed)) + ".\n";
  }
  if (!answer.coverage.empty())
    text += "\nOutside of these, and of events that no source told, the page says nothing.\n\n";
  return text + "Rules `" + answer.digest + "`, inforce " + escaped(answer.engine_version) + ", tzdata " +
         escaped(answer.tzdata_version) + ".\n";
}

}  // namespace

std::string chronicle(const EventsAnswer& content, const Answer& answer) {
  std::vector<const EventRow*> rows;
  for (const auto& row : content.events) rows.push_back(&row);
  const auto place = [](const EventRow* row) {
    auto found = place_of(told_date(*row));
    if (found.year == 0) found.year = 10000;
    return found;
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) { return place(a) < place(b); });
  std::string text = "# Chronicle\n\n" + capital(count_of(rows.size(), "event")) + asked(answer.query) + ".\n\n";
  Numbers numbers;
  DatePlace last;
  for (const auto* row : rows) {
    const auto at = place(row);
    if (at.year != last.year) text += "## " + (at.year == 10000 ? "Without a day" : std::to_string(at.year)) + "\n\n";
    if (at.month > 0 && (at.year != last.year || at.month != last.month)) {
      text += "### " + std::string(month_name(at.month)) + " " + std::to_string(at.year) + "\n\n";
    }
    last = at;
    text += text_of(*row, numbers);
  }
  return text + measures_of(rows) + sources_of(answer, numbers) + coverage_of(answer);
}

}  // namespace inforce::render_markdown
