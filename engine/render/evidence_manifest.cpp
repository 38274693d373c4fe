// A manifest, read back with care: whoever sends a pack may have written anything into it.
#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "engine/diagnostics/report.h"
#include "engine/render/canonical_json.h"
#include "engine/render/certificate_question.h"
#include "engine/render/evidence.h"
#include "engine/render/printable.h"

namespace inforce::render_evidence {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_path = 1024;

std::string shown(std::string_view path) { return "`" + render_text::printable(path.substr(0, 200)) + "`"; }

std::string part_fault(std::string_view part) {
  if (part.empty()) return "two slashes follow each other, or one ends it";
  if (part == "." || part == "..") return "`" + std::string(part) + "` is no name of a folder";
  if (part.size() > 255) return "a part of it is longer than 255 bytes";
  return {};
}

bool is_sum(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Each `read` takes one shape of value; the first that does not fit makes the whole fail.
class Reader {
 public:
  Manifest manifest;
  std::vector<Diagnostic> wrong;

  void read(const Json& document) {
    if (!document.is_object() || document.value("inforce", Json()) != "evidence") {
      return refuse("it is JSON, and no manifest of evidence");
    }
    if (document.value("format", Json()) != manifest_format) {
      return refuse("its format is not known to this engine, which reads format 1");
    }
    manifest.digest = text_at(document, "/rules/digest");
    manifest.engine = text_at(document, "/engine/version");
    manifest.tzdata = text_at(document, "/tzdata");
    manifest.workbooks = text_at(document, "/workbooks");
    if (document.contains("created")) read_created(text_at(document, "/created"));
    read_question(document.value("question", Json()));
    read_files(document.value("files", Json()));
    if (wrong.empty()) check_definition();
  }

  void refuse(const std::string& why) {
    const auto name = "`" + std::string(manifest_path) + "`";
    if (wrong.empty()) wrong.push_back(diagnostics::make(codes::not_a_pack, name + " cannot be relied on: " + why));
  }

 private:
  std::string text_at(const Json& document, const char* place) {
    const Json::json_pointer pointer(place);
    if (document.contains(pointer) && document[pointer].is_string()) return document[pointer].get<std::string>();
    refuse("it has no text at `" + std::string(place) + "`");
    return {};
  }

  void read_created(const std::string& text) {
    Sources sources;
    const auto when = parse_when(text, sources);
    if (!when || when->day) return refuse("`/created` is no moment");
    manifest.created = text;
  }

  /// What the question of a certificate has is read as there.
  void read_question(Json question) {
    if (!question.is_object()) return refuse("it has no `/question`");
    const auto definition = question.value("definition", Json());
    const auto ids = question.value("ids", Json::array());
    if (!definition.is_null() && !definition.is_string()) return refuse("`/question/definition` is no path");
    if (definition.is_string()) manifest.question.definition = definition.get<std::string>();
    const auto is_text = [](const Json& id) { return id.is_string(); };
    if (!ids.is_array() || !std::all_of(ids.begin(), ids.end(), is_text)) return refuse("`/question/ids` is no list");
    manifest.question.ids = ids.get<std::vector<std::string>>();
    if (manifest.question.ids.empty() == manifest.question.definition.empty()) {
      return refuse("its question has either a definition or ids");
    }
    for (const char* name : {"definition", "ids", "ask", "to"}) question.erase(name);
    if (question.contains("through")) question["to"] = question["through"];
    question.erase("through");
    question["ask"] = "on";
    auto read = render_json::read_question(question.dump());
    if (!read.query) return refuse(read.error);
    manifest.question.about = std::move(*read.query);
  }

  void read_files(const Json& files) {
    if (!files.is_array() || files.empty()) return refuse("it has no list `/files`");
    if (files.size() > most_files) return refuse("it names more than " + std::to_string(most_files) + " files");
    std::uint64_t total = 0;
    for (const auto& file : files) {
      if (!wrong.empty()) return;
      read_file(file);
      if (wrong.empty()) total += manifest.files.back().size;
    }
    if (total > largest_pack) {
      refuse("its files are larger than " + std::to_string(largest_pack >> 20U) + " MiB together");
    }
  }

  void read_file(const Json& file) {
    const bool shaped = file.is_object() && file.value("path", Json()).is_string() &&
                        file.value("size", Json()).is_number_unsigned() && file.value("sha256", Json()).is_string();
    if (!shaped) return refuse("an entry of `/files` has no path, size and sum");
    ManifestEntry entry{file["path"].get<std::string>(), file["size"].get<std::uint64_t>(),
                        file["sha256"].get<std::string>()};
    const auto why = path_fault(entry.path);
    if (!why.empty()) {
      wrong.push_back(diagnostics::make(
          codes::pack_path, "`" + std::string(manifest_path) + "` names " + shown(entry.path) + ": " + why));
      return;
    }
    if (!is_sum(entry.sha256)) return refuse(shown(entry.path) + " has a sum that is no SHA-256");
    if (entry.size > largest_file) {
      return refuse(shown(entry.path) + " is said to have " + std::to_string(entry.size) + " bytes, and may have " +
                    std::to_string(largest_file));
    }
    const bool in_order = manifest.files.empty() || manifest.files.back().path < entry.path;
    if (!in_order) return refuse("its files do not stand in the order of their paths, each once");
    manifest.files.push_back(std::move(entry));
  }

  void check_definition() {
    const auto& definition = manifest.question.definition;
    const bool named = definition.empty() || std::any_of(manifest.files.begin(), manifest.files.end(),
                                                         [&](const auto& file) { return file.path == definition; });
    if (!named) return refuse("the definition " + shown(definition) + " is none of its files");
    if (std::none_of(manifest.files.begin(), manifest.files.end(),
                     [](const auto& file) { return file.path == json_report; })) {
      refuse("it names no `" + std::string(json_report) + "`");
    }
  }
};

}  // namespace

std::string path_fault(std::string_view path) {
  if (path.empty()) return "it is empty";
  if (path.size() > longest_path) return "it is longer than " + std::to_string(longest_path) + " bytes";
  if (path.front() == '/') return "it leads out of the pack";
  if (render_text::printable(path) != path) return "it has a character that cannot be shown";
  if (path.find('\\') != std::string_view::npos) return "it has a backslash";
  if (path == manifest_path || path == sums_path) return "a pack has that file for itself";
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    const auto part = path.substr(at, end - at);
    if (part == "..") return "it leads out of the pack";
    if (auto why = part_fault(part); !why.empty()) return why;
    at = end + 1;
  }
  const auto top = path.substr(0, path.find('/'));
  const bool below = top.size() < path.size() && (top == rules_folder || top == definition_folder);
  if (!below && !names_report(path)) return "a pack has no such file";
  return {};
}

Checked<Manifest> read_manifest(std::string_view text) {
  Reader reader;
  const auto canonical = render_json::canonical_json(text);
  if (canonical.ok()) {
    reader.read(Json::parse(text));
  } else {
    reader.refuse(canonical.error);
  }
  if (!reader.wrong.empty()) return std::move(reader.wrong);
  return std::move(reader.manifest);
}

}  // namespace inforce::render_evidence
