#include "tools/inforce/question.h"

#include <ostream>

#include "engine/model/rulebook.h"

namespace inforce::cli {

const Option& known_option() {
  static const Option option{"--known", "DATE", "rest only on what was known by the end of that day", false};
  return option;
}

const Option& with_option() {
  static const Option option{"--with", "a=b,...", "facts of the case, such as item=H20,destination=CN", true};
  return option;
}

const Option& assume_option() {
  static const Option option{"--assume", "EVENT[=DATE]",
                             "take an event as having happened, on that day if one is given", true};
  return option;
}

const Option& without_option() {
  static const Option option{"--without", "EVENT", "take an event as never having happened", true};
  return option;
}

const Option& jurisdiction_option() {
  static const Option option{"--jurisdiction", "CODE", "only measures of this jurisdiction; gives no verdict", true};
  return option;
}

const Option& regime_option() {
  static const Option option{"--regime", "ID", "only measures of this regime; gives no verdict", true};
  return option;
}

const Option& evidence_option() {
  static const Option option{"--evidence", "official", "leave out what rests on reports alone", false};
  return option;
}

QuestionReader::QuestionReader(const Arguments& arguments, Environment& environment)
    : arguments_(arguments), environment_(environment) {}

void QuestionReader::refuse(const std::string& message, const std::string& help) {
  if (ok_) wrong_usage(message, help, environment_);
  ok_ = false;
}

std::optional<When> QuestionReader::when(const std::string& text) {
  if (text == "today") {
    const auto today = environment_.today();
    if (!arguments_.has("--quiet")) environment_.err << "note: today is " << to_string(today) << "\n";
    return When::on_day(today);
  }
  Sources sources;
  const auto read = parse_when(text, sources);
  if (read) return *read;
  if (ok_) say_errors(read.diagnostics(), sources, arguments_, environment_);
  ok_ = false;
  return std::nullopt;
}

std::optional<When> QuestionReader::when_option(std::string_view name) {
  if (!arguments_.has(name)) return std::nullopt;
  return when(arguments_.one(name));
}

std::optional<Date> QuestionReader::day_option(std::string_view name) {
  const auto read = when_option(name);
  if (!read) return std::nullopt;
  if (!read->day) refuse("`" + std::string(name) + "` takes a day, not the moment `" + arguments_.one(name) + "`", "");
  return read->day;
}

void QuestionReader::read_facts(Query& query) {
  for (const auto& list : arguments_.all("--with")) {
    Sources sources;
    const auto read = parse_facts(list, sources);
    if (!read) {
      if (ok_) say_errors(read.diagnostics(), sources, arguments_, environment_);
      ok_ = false;
      return;
    }
    for (const auto& [name, values] : *read) {
      auto& all = query.facts[name];
      all.insert(all.end(), values.begin(), values.end());
    }
  }
}

void QuestionReader::read_assumptions(Query& query) {
  for (const auto& text : arguments_.all("--assume")) {
    const auto equals = text.find('=');
    Assumption assumption{text.substr(0, equals), std::nullopt};
    if (equals != std::string::npos) assumption.on = when(text.substr(equals + 1));
    query.assume.push_back(std::move(assumption));
  }
  query.without = arguments_.all("--without");
}

std::optional<Query> QuestionReader::finished(Query query) {
  read_facts(query);
  read_assumptions(query);
  query.jurisdictions = arguments_.all("--jurisdiction");
  query.regimes = arguments_.all("--regime");
  const auto evidence = arguments_.one("--evidence");
  if (!evidence.empty() && evidence != "official") {
    refuse("`--evidence` is `" + evidence + "`", "the only word that it takes is `official`");
  }
  query.official_only = evidence == "official";
  if (!ok_) return std::nullopt;
  return query;
}

int print_answer(const Query& query, const Arguments& arguments, Environment& environment) {
  return print_answer(query, arguments, environment, [](const Answer&) { return static_cast<int>(answered); });
}

int print_answer(const Query& query, const Arguments& arguments, Environment& environment,
                 const std::function<int(const Answer&)>& status_of) {
  const auto timeline = open_rules(arguments, environment);
  if (!timeline) return no_answer;
  const auto found = answer(*timeline, query);
  if (!found) {
    const auto& texts = timeline->rulebook().model().texts;
    return say_errors(found.diagnostics(), texts, arguments, environment);
  }
  environment.out << render(*found, answer_style(arguments, environment));
  return status_of(*found);
}

}  // namespace inforce::cli
