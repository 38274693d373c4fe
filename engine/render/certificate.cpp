#include "inforce/certificate.h"

#include <algorithm>
#include <cassert>
#include <set>

#include <nlohmann/json.hpp>

#include "engine/calendar/zone.h"
#include "engine/diagnostics/report.h"
#include "engine/model/sha256.h"
#include "engine/render/answer_json.h"
#include "engine/render/canonical_json.h"
#include "engine/render/certificate_differences.h"
#include "engine/render/certificate_question.h"
#include "inforce/answer.h"
#include "inforce/inforce.h"

namespace inforce {

namespace {

using Json = nlohmann::json;
using Outcome = Verification::Outcome;

constexpr int format = 1;

/// Of all reasons below: places change with the layout of the files, which means nothing.
void drop_places(Json& value) {
  if (value.is_array()) {
    for (auto& each : value) drop_places(each);
  }
  if (!value.is_object()) return;
  for (auto& [name, member] : value.items()) {
    if ((name == "reasons" || name == "because") && member.is_array()) {
      for (auto& reason : member) {
        if (reason.is_object()) reason.erase("place");
      }
    }
    drop_places(member);
  }
}

/// The kinds of reasons that say why a measure with that status does not apply.
std::set<std::string> telling(Status status) {
  switch (status) {
    case Status::ended:
      return {"ended"};
    case Status::not_yet:
      return {"not-announced", "not-yet"};
    case Status::never:
      return {"never"};
    case Status::out_of_scope:
      return {"scope"};
    default:
      return {};
  }
}

std::string why_not(const Finding& finding) {
  const auto kinds = telling(finding.status);
  if (kinds.empty()) return "what is of the kind `" + finding.kind + "` restricts nothing";
  std::string why;
  const auto tell = [&](const Reason& reason) { why += (why.empty() ? "" : "; ") + reason.text; };
  for (const auto& reason : finding.reasons) {
    if (!kinds.contains(reason.kind)) continue;
    const bool by_tests = finding.status == Status::out_of_scope && !reason.because.empty();
    if (!by_tests) tell(reason);
    if (by_tests) std::for_each(reason.because.begin(), reason.because.end(), tell);  // They name facts.
  }
  return why.empty() ? std::string(to_string(finding.status)) : why;
}

/// The rows of both lists, by id.
std::vector<const Finding*> rows_of(const OnAnswer& content) {
  std::vector<const Finding*> rows;
  for (const auto* list : {&content.restrictions, &content.authorizations}) {
    for (const auto& finding : *list) rows.push_back(&finding);
  }
  std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  return rows;
}

/// What `all` shows and `shown` does not.
Json considered(const OnAnswer& shown, const OnAnswer& all) {
  std::set<std::string> ids;
  for (const auto* finding : rows_of(shown)) ids.insert(finding->id);
  auto rows = Json::array();
  for (const auto* finding : rows_of(all)) {
    if (ids.contains(finding->id)) continue;
    rows.push_back({{"id", finding->id},
                    {"title", finding->title},
                    {"kind", finding->kind},
                    {"status", to_string(finding->status)},
                    {"why", why_not(*finding)}});
  }
  return rows;
}

/// What a question about a day left out, and what the rules cover: the proof of a negative.
void add_considered(const Timeline& timeline, const Query& query, const OnAnswer& shown, Json& document) {
  auto wider = query;
  wider.all = true;
  const auto all = answer(timeline, wider);
  wider.ask = Ask::coverage;
  wider.jurisdictions.clear();
  wider.regimes.clear();
  const auto coverage = answer(timeline, wider);
  assert(all && coverage);  // What was asked once can be asked with more rows.
  document["considered"] = considered(shown, std::get<OnAnswer>(all->content));
  document["regimes"] = Json::parse(render_json::to_json(*coverage))["regimes"];
}

Json document_of(const Timeline& timeline, const Answer& answer) {
  auto shown = Json::parse(render_json::to_json(answer));
  Json document;
  document["inforce"] = "certificate";
  document["format"] = format;
  for (const char* name : {"question", "rules", "engine", "tzdata"}) {
    document[name] = shown[name];
    shown.erase(name);
  }
  document["question"]["ask"] = render_json::word_of(answer.query.ask);
  drop_places(shown);
  document["answer"] = std::move(shown);
  const auto* content = std::get_if<OnAnswer>(&answer.content);
  if (content != nullptr) add_considered(timeline, answer.query, *content, document);
  return document;
}

std::vector<Diagnostic> uncertifiable(const std::string& message) {
  return {diagnostics::make(codes::bad_question, message)};
}

/// JSON replaces what is not UTF-8, and then it is another question.
bool is_utf8(const Facts& facts) {
  for (const auto& [name, values] : facts) {
    for (const auto& value : values) {
      try {
        (void)Json(value).dump();
      } catch (const Json::type_error&) {
        return false;
      }
    }
  }
  return true;
}

std::string sum_of(const Json& document) {
  auto rest = document;
  rest.erase("sha256");
  return model::sha256_hex(render_json::canonical_json(rest.dump()).text);
}

Verification refused(std::string why) {
  Verification verification;
  verification.why = std::move(why);
  return verification;
}

std::string at_first_difference(std::string_view text, std::string_view canonical) {
  const auto both = std::min(text.size(), canonical.size());
  const auto differ = std::mismatch(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(both), canonical.begin());
  return std::to_string(differ.first - text.begin() + 1);
}

/// Empty, or why the text is not, or no longer, a certificate.
std::string fault_of(std::string_view text, Json& document) {
  const auto canonical = render_json::canonical_json(text);
  if (!canonical.ok()) return canonical.error;
  document = Json::parse(text);
  if (!document.is_object() || document.value("inforce", Json()) != "certificate")
    return "it is JSON, and no certificate";
  if (canonical.text + "\n" != text) {
    return "byte " + at_first_difference(text, canonical.text + "\n") + " is not as canonical JSON is written";
  }
  const auto sum = document.value("sha256", Json());
  if (!sum.is_string()) return "it has no `sha256`";
  if (sum != sum_of(document)) return "it was changed: `sha256` is not the sum of the rest";
  if (document.value("format", Json()) != format) return "its format is not known to this engine, which reads format 1";
  return {};
}

/// The rules and versions that a certificate would name now.
Json header_of(const Timeline& timeline) {
  return {{"rules", {{"digest", timeline.rulebook().digest()}}},
          {"engine", {{"name", "inforce"}, {"version", version()}}},
          {"tzdata", calendar::tzdata_version()}};
}

/// The certificate could be read, and cannot be written anew.
Verification unanswered(const Timeline& timeline, const Json& document, const std::string& why) {
  Verification verification;
  verification.outcome = Outcome::unanswered;
  verification.why = why;
  auto header = Json::object();
  const auto now = header_of(timeline);
  for (const auto& [name, value] : now.items()) {
    if (document.contains(name)) header[name] = document[name];
  }
  render_json::compare(header.dump(), now.dump(), {"rules", "engine", "tzdata"}, {}, verification);
  return verification;
}

}  // namespace

Checked<std::string> certificate(const Timeline& timeline, const Query& query) {
  if (!is_utf8(query.facts)) return uncertifiable("a fact is not UTF-8, and cannot stand in a certificate");
  const auto found = answer(timeline, query);
  if (!found) return found.diagnostics();
  auto document = document_of(timeline, *found);
  const auto question = render_json::read_question(document["question"].dump());
  if (!question.query) return uncertifiable("this question cannot be certified: " + question.error);
  document["sha256"] = sum_of(document);
  auto written = render_json::canonical_json(document.dump());
  if (!written.ok()) return uncertifiable("this answer cannot be certified: " + written.error);
  return std::move(written.text) + "\n";
}

bool Verification::differs_in(std::string_view member) const {
  const auto place = "/" + std::string(member);
  return std::any_of(differences.begin(), differences.end(), [&](const Difference& difference) {
    return difference.place == place || difference.place.starts_with(place + "/");
  });
}

Verification verify(std::string_view text, const Timeline& timeline) {
  Json document;
  const auto fault = fault_of(text, document);
  if (!fault.empty()) return refused(fault);
  const auto question = render_json::read_question(document.value("question", Json()).dump());
  if (!question.query) return refused("its question cannot be read: " + question.error);
  const auto now = certificate(timeline, *question.query);
  if (!now) return unanswered(timeline, document, now.diagnostics().front().message);
  Verification verification;
  verification.outcome = *now == text ? Outcome::same : Outcome::differs;
  if (verification.outcome == Outcome::same) return verification;
  render_json::compare(std::string(text), *now,
                       {"rules", "engine", "tzdata", "question", "answer", "considered", "regimes"}, {"sha256"},
                       verification);
  return verification;
}

}  // namespace inforce
