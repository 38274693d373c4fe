#include "tools/inforce/question.h"

#include <ostream>

#include "engine/model/rulebook.h"

namespace inforce::cli {

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (true) {
    const auto end = text.find(separator, at);
    parts.push_back(text.substr(at, end == std::string::npos ? end : end - at));
    if (end == std::string::npos) return parts;
    at = end + 1;
  }
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

const Option& known_option() {
  static const Option option{"--known", "DATE", "rest only on what was known by the end of that day", false};
  return option;
}

const Option& with_option() {
  static const Option option{"--with", "a=b,...", "facts of the case, such as item=H20,destination=CN", true};
  return option;
}

const Option& assume_option() {
  static const Option option{"--assume", "EVENT", "take a proposed event as having happened", true};
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

void QuestionReader::read_shared(Query& query) {
  for (const auto& list : arguments_.all("--with")) {
    for (const auto& fact : split(list, ',')) {
      const auto equals = fact.find('=');
      const auto name = trimmed(fact.substr(0, equals));
      const auto value = equals == std::string::npos ? std::string{} : trimmed(fact.substr(equals + 1));
      if (name.empty() || value.empty()) {
        refuse("`" + fact + "` is no fact", "write facts as `--with item=H20,destination=CN`");
        return;
      }
      query.facts[name].push_back(value);
    }
  }
  query.assume = arguments_.all("--assume");
  const auto evidence = arguments_.one("--evidence");
  if (!evidence.empty() && evidence != "official") {
    refuse("`--evidence` is `" + evidence + "`", "the only word that it takes is `official`");
  }
  query.official_only = evidence == "official";
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
