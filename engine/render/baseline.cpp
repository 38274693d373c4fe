// The baseline of `check` as JSON: an entry a line, so that differences are read line by line.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/diagnostics/report.h"
#include "engine/render/canonical_json.h"
#include "inforce/check.h"

namespace inforce {
namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 1;
constexpr std::size_t fingerprint_digits = 64;

std::string quoted(const std::string& text) { return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace); }

bool is_fingerprint(const std::string& text) {
  return text.size() == fingerprint_digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::vector<Diagnostic> refused(FileId file, const std::string& words) {
  return {diagnostics::make(codes::bad_baseline, "this is no baseline: " + words, Span{file, 0, 0},
                            "`inforce check --update-baseline` writes one")};
}

// The text of a member, or nothing.
std::optional<std::string> member(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

// Where the fingerprints stand in the text as written, one after the other.
class Places {
 public:
  Places(std::string_view text, FileId file) : text_(text), file_(file) {}

  std::optional<Span> next(const std::string& fingerprint) {
    const std::size_t begin = text_.find(fingerprint, at_);
    if (begin == std::string_view::npos) return std::nullopt;
    at_ = begin + fingerprint.size();
    return Span{file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

 private:
  std::string_view text_;
  FileId file_;
  std::size_t at_ = 0;
};

}  // namespace

Checked<std::vector<BaselineEntry>> read_baseline(const Sources& sources, FileId file) {
  const std::string_view text = sources.text(file);
  if (const auto form = render_json::canonical_json(text); !form.ok()) return refused(file, form.error);
  const Json root = Json::parse(text, nullptr, false);
  if (!root.is_object()) return refused(file, "it is no object");
  if (root.value("inforce_baseline", Json()) != Json(format_version)) {
    return refused(file, "`inforce_baseline` is not " + std::to_string(format_version));
  }
  const auto list = root.find("findings");
  if (list == root.end() || !list->is_array()) return refused(file, "`findings` is no list");
  std::vector<BaselineEntry> entries;
  Places places(text, file);
  for (const Json& each : *list) {
    const auto fingerprint = member(each, "fingerprint");
    const auto code = member(each, "code");
    const auto path = member(each, "path");
    const auto message = member(each, "message");
    if (!fingerprint || !is_fingerprint(*fingerprint) || !code || !path || !message) {
      return refused(file, "finding " + std::to_string(entries.size() + 1) +
                               " lacks its `code`, `path`, `message` or " + "`fingerprint`");
    }
    entries.push_back({*fingerprint, *code, *path, *message, places.next(*fingerprint)});
  }
  return entries;
}

std::string baseline_text(std::span<const BaselineEntry> entries) {
  std::string text = "{\n  \"inforce_baseline\": " + std::to_string(format_version) + ",\n  \"findings\": [";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const BaselineEntry& one = entries[i];
    text += i == 0 ? "\n" : ",\n";
    text += "    {\"code\": " + quoted(one.code) + ", \"path\": " + quoted(one.path) +
            ", \"message\": " + quoted(one.message) + ", \"fingerprint\": " + quoted(one.fingerprint) + "}";
  }
  return text + (entries.empty() ? "" : "\n  ") + "]\n}\n";
}

}  // namespace inforce
