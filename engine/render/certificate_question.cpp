#include "engine/render/certificate_question.h"

#include <array>

#include <nlohmann/json.hpp>

namespace inforce::render_json {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::pair<Ask, std::string_view>, 9> words{{{Ask::on, "on"},
                                                                 {Ask::when, "when"},
                                                                 {Ask::why, "why"},
                                                                 {Ask::diff, "diff"},
                                                                 {Ask::diff_known, "diff-known"},
                                                                 {Ask::events, "events"},
                                                                 {Ask::next, "next"},
                                                                 {Ask::coverage, "coverage"},
                                                                 {Ask::conflicts, "conflicts"}}};

/// Each `read` takes one shape of value; the first that does not fit makes the whole fail.
class Reader {
 public:
  Query query;
  std::string error;

  void read(const Json& question) {
    if (!question.is_object()) return refuse("`question` is not an object");
    for (const auto& [name, value] : question.items()) {
      if (error.empty()) read_member(name, value);
    }
    if (!question.contains("ask")) refuse("`question` does not say what is asked");
  }

 private:
  void refuse(const std::string& words_for_it) {
    if (error.empty()) error = words_for_it;
  }

  void read_member(const std::string& name, const Json& value) {
    if (name == "ask") return read_ask(value);
    if (name == "on") return read_when(name, value, query.on);
    if (name == "diff") return read_pair(name, value, query.on, query.then);
    if (name == "known" && value.is_array()) return read_pair(name, value, query.known, query.known_then);
    if (name == "known") return read_when(name, value, query.known);
    if (name == "from") return read_day(name, value, query.from);
    if (name == "to") return read_day(name, value, query.through);
    if (name == "when" || name == "why" || name == "touching") return read_text(name, value, query.id);
    if (name == "authority") return read_text(name, value, query.authority);
    read_condition(name, value);
  }

  /// What a question is asked under.
  void read_condition(const std::string& name, const Json& value) {
    if (name == "with") return read_facts(value);
    if (name == "assume") return read_assumptions(value);
    if (name == "without") return read_list(name, value, query.without);
    if (name == "jurisdiction") return read_list(name, value, query.jurisdictions);
    if (name == "regime") return read_list(name, value, query.regimes);
    if (name == "evidence" && value == "official") {
      query.official_only = true;
    } else if (name == "all" && value == true) {
      query.all = true;
    } else {
      refuse("`question/" + name + "` is not known, or not of its shape");
    }
  }

  void read_ask(const Json& value) {
    for (const auto& [ask, word] : words) {
      if (value == Json(word)) {
        query.ask = ask;
        return;
      }
    }
    refuse("`question/ask` is no kind of question");
  }

  void misshapen(const std::string& name) { refuse("`question/" + name + "` is not of its shape"); }

  void read_text(const std::string& name, const Json& value, std::string& text) {
    if (value.is_null()) return;
    if (!value.is_string()) return misshapen(name);
    text = value.get<std::string>();
  }

  void read_list(const std::string& name, const Json& value, std::vector<std::string>& list) {
    if (!value.is_array()) return misshapen(name);
    for (const auto& each : value) read_text(name, each, list.emplace_back());
  }

  void read_when(const std::string& name, const Json& value, std::optional<When>& when) {
    if (value.is_null()) return;
    std::string text;
    read_text(name, value, text);
    Sources sources;
    const auto read = parse_when(text, sources);
    if (!read) return refuse("`question/" + name + "` is no day and no moment");
    when = *read;
  }

  void read_pair(const std::string& name, const Json& value, std::optional<When>& first, std::optional<When>& second) {
    if (!value.is_array() || value.size() != 2) return misshapen(name);
    read_when(name, value[0], first);
    read_when(name, value[1], second);
  }

  void read_day(const std::string& name, const Json& value, std::optional<Date>& day) {
    std::optional<When> when;
    read_when(name, value, when);
    if (!when) return;
    if (!when->day) return refuse("`question/" + name + "` is no day");
    day = when->day;
  }

  void read_facts(const Json& value) {
    if (!value.is_object()) return misshapen("with");
    for (const auto& [name, values] : value.items()) read_list("with", values, query.facts[name]);
  }

  void read_assumptions(const Json& value) {
    std::vector<std::string> texts;
    read_list("assume", value, texts);
    for (const auto& text : texts) {
      const auto equals = text.find('=');
      auto& assumption = query.assume.emplace_back();
      assumption.event = text.substr(0, equals);
      if (equals != std::string::npos) read_when("assume", text.substr(equals + 1), assumption.on);
    }
  }
};

}  // namespace

std::string word_of(Ask ask) {
  for (const auto& [kind, word] : words) {
    if (kind == ask) return std::string(word);
  }
  return {};
}

ReadQuestion read_question(const std::string& json) {
  Reader reader;
  reader.read(Json::parse(json, nullptr, false));
  if (!reader.error.empty()) return {std::nullopt, reader.error};
  return {std::move(reader.query), {}};
}

}  // namespace inforce::render_json
