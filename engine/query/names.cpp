#include "engine/query/names.h"

#include <algorithm>

#include "engine/diagnostics/report.h"
#include "engine/query/assumptions.h"
#include "engine/query/facts.h"
#include "inforce/answer.h"

namespace inforce {

std::string_view to_string(Status status) {
  switch (status) {
    case Status::applies:
      return "applies";
    case Status::may_apply:
      return "may-apply";
    case Status::released:
      return "released";
    case Status::grace:
      return "grace";
    case Status::suspended:
      return "suspended";
    case Status::pending:
      return "pending";
    case Status::ended:
      return "ended";
    case Status::not_yet:
      return "not-yet";
    case Status::never:
      return "never";
    case Status::out_of_scope:
      return "out-of-scope";
  }
  return {};
}

std::string_view to_string(Force force) {
  switch (force) {
    case Force::binding:
      return "binding";
    case Force::advisory:
      return "advisory";
    case Force::context:
      return "context";
  }
  return {};
}

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::clear:
      return "clear";
    case Verdict::notify:
      return "notify";
    case Verdict::conditional:
      return "conditional";
    case Verdict::licence_required:
      return "licence-required";
    case Verdict::prohibited:
      return "prohibited";
    case Verdict::undetermined:
      return "undetermined";
    case Verdict::not_covered:
      return "not-covered";
  }
  return {};
}

}  // namespace inforce

namespace inforce::query {

namespace {

template <class Record>
std::vector<std::string_view> ids_of(const std::vector<Record>& records) {
  std::vector<std::string_view> ids;
  ids.reserve(records.size());
  for (const auto& record : records) ids.emplace_back(record.id);
  return ids;
}

Diagnostic unknown(std::string_view what, std::string_view id, std::vector<std::string_view> candidates) {
  std::sort(candidates.begin(), candidates.end());
  return diagnostics::make(codes::unknown_id, "no " + std::string(what) + " has the id `" + std::string(id) + "`",
                           diagnostics::did_you_mean(id, candidates));
}

Diagnostic lacks(std::string_view what, std::string_view help) {
  return diagnostics::make(codes::incomplete_question, std::string(what), std::string(help));
}

void check_measure(const model::Rulebook& rules, const Query& query, std::vector<Diagnostic>& found) {
  if (query.id.empty()) {
    found.push_back(lacks("the question names no measure", "give the id of a restriction, authorization or member"));
  } else if (!model::find_measure(rules, query.id) && model::find_group(rules, query.id) == nullptr) {
    found.push_back(unknown_measure(rules, query.id));
  }
}

void check_why(const model::Rulebook& rules, const Query& query, std::vector<Diagnostic>& found) {
  check_measure(rules, query, found);
  if (!query.on) found.push_back(lacks("the question names no day", "say which: `why " + query.id + " on 2025-04-12`"));
  if (!found.empty()) return;
  const auto measure = model::find_measure(rules, query.id);
  std::string parts;
  if (!measure) {
    for (const auto member : model::find_group(rules, query.id)->members) parts += " `" + rules[member].id + "`";
    found.push_back(
        lacks("`" + query.id + "` is a group, and each member has dates of its own", "ask about a member:" + parts));
  } else if (!rules[*measure].parts.empty()) {
    for (const auto part : model::leaves(rules, *measure)) parts += " `" + rules[part].id + "`";
    found.push_back(lacks("`" + query.id + "` is a whole, and each of its parts has dates of its own",
                          "ask about a part:" + parts));
  }
}

void check_period(const Query& query, std::vector<Diagnostic>& found) {
  if (query.from && query.through && *query.through < *query.from) {
    found.push_back(lacks(
        "the last day asked for, " + to_string(*query.through) + ", is before the first, " + to_string(*query.from),
        "exchange the two"));
  }
}

void check_events(const model::Rulebook& rules, const Query& query, std::vector<Diagnostic>& found) {
  if (!query.id.empty()) check_measure(rules, query, found);
  const auto authorities = ids_of(rules.authorities);
  const bool known = std::find(authorities.begin(), authorities.end(), query.authority) != authorities.end();
  if (!query.authority.empty() && !known) found.push_back(unknown_authority(rules, query.authority));
  check_period(query, found);
}

/// A filter that names nothing would leave out all, and look like an answer.
void check_filters(const model::Rulebook& rules, const Query& query, std::vector<Diagnostic>& found) {
  std::vector<std::string_view> jurisdictions;
  std::vector<std::string_view> regimes = ids_of(rules.regimes);
  const auto add = [&](const auto& record) {
    jurisdictions.emplace_back(record.jurisdiction);
    regimes.emplace_back(record.regime);
  };
  for (const auto& measure : rules.measures) add(measure);
  for (const auto& event : rules.events) add(event);
  const auto check = [&](std::string_view what, const std::vector<std::string>& asked,
                         std::vector<std::string_view>& known) {
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    for (const auto& word : asked) {
      if (!std::binary_search(known.begin(), known.end(), word)) found.push_back(unknown(what, word, known));
    }
  };
  check("jurisdiction", query.jurisdictions, jurisdictions);
  check("regime", query.regimes, regimes);
}

}  // namespace

Diagnostic unknown_measure(const model::Rulebook& rules, std::string_view id) {
  auto ids = ids_of(rules.measures);
  for (const auto& group : rules.groups) ids.emplace_back(group.id);
  return unknown("restriction, authorization, group or member", id, std::move(ids));
}

Diagnostic unknown_event(const model::Rulebook& rules, std::string_view id) {
  return unknown("event", id, ids_of(rules.events));
}

Diagnostic unknown_authority(const model::Rulebook& rules, std::string_view id) {
  return unknown("authority", id, ids_of(rules.authorities));
}

std::vector<Diagnostic> check_question(const model::Rulebook& rules, const Query& query) {
  std::vector<Diagnostic> found;
  switch (query.ask) {
    case Ask::on:
      if (!query.on) found.push_back(lacks("the question names no day", "say which: `on 2025-04-12`"));
      break;
    case Ask::when:
      check_measure(rules, query, found);
      break;
    case Ask::why:
      check_why(rules, query, found);
      break;
    case Ask::diff:
      if (!query.on || !query.then) {
        found.push_back(lacks("the question does not name two days", "say which: `diff 2025-04-08 2025-04-09`"));
      }
      break;
    case Ask::diff_known:
      if (!query.on || !query.known || !query.known_then) {
        found.push_back(lacks("the question needs two states of knowledge and a day",
                              "say which: `diff known 2025-04-12 known 2025-04-15 on 2025-04-12`"));
      }
      break;
    case Ask::events:
      check_events(rules, query, found);
      break;
    case Ask::conflicts:
      check_period(query, found);
      break;
    case Ask::next:
    case Ask::coverage:
      break;
  }
  if (!query.jurisdictions.empty() || !query.regimes.empty()) check_filters(rules, query, found);
  for (auto& wrong : check_assumptions(rules, query)) found.push_back(std::move(wrong));
  for (auto& wrong : check_facts(rules, query.facts)) found.push_back(std::move(wrong));
  return found;
}

}  // namespace inforce::query
