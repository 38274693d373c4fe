#include "tests/cases/session.h"

#include <memory>
#include <regex>
#include <sstream>

#include "tools/inforce/environment.h"

namespace inforce::cases {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool begins_with(const std::string& text, const std::string& begin) {
  return text.compare(0, begin.size(), begin) == 0;
}

/// Words as a shell splits them: blanks, and quotes of both kinds.
std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words;
  std::string word;
  bool begun = false;
  char quote = 0;
  for (const char letter : command) {
    if (quote != 0) {
      if (letter == quote)
        quote = 0;
      else
        word += letter;
    } else if (letter == '\'' || letter == '"') {
      quote = letter;
      begun = true;
    } else if (letter == ' ') {
      if (begun) words.push_back(word);
      word.clear();
      begun = false;
    } else {
      word += letter;
      begun = true;
    }
  }
  if (begun) words.push_back(word);
  return words;
}

std::string normalized(std::string said) {
  said = std::regex_replace(said, std::regex("sha256:[0-9a-f]{12,64}"), "sha256:…");
  said = std::regex_replace(said, std::regex("\"sha256\":( ?)\"[0-9a-f]{64}\""), "\"sha256\":$1\"…\"");
  said = std::regex_replace(said, std::regex("[0-9a-f]{64}  "), "…  ");
  said = std::regex_replace(said, std::regex("inforce [0-9][^ ,]*,\\s+tzdata [^ .\\n]*\\."), "inforce …, tzdata ….");
  said = std::regex_replace(said, std::regex("inforce [0-9][^ ,]* \\(tzdata [^)]*\\)"), "inforce … (tzdata …)");
  said = std::regex_replace(said, std::regex("\"version\":( ?)\"[^\"]*\""), "\"version\":$1\"…\"");
  return std::regex_replace(said, std::regex("\"tzdata\":( ?)\"[^\"]*\""), "\"tzdata\":$1\"…\"");
}

/// What was written, over the files of the step or of the disk.
class PageFiles final : public FileReader {
 public:
  PageFiles(const Step& step, const Written& written)
      : below_(step.files.empty() ? disk_files() : memory_files({step.files.begin(), step.files.end()})),
        written_(written) {}

  [[nodiscard]] Listing list(const std::string& root) const override { return below_->list(root); }

  [[nodiscard]] Content read(const std::string& path) const override {
    const auto found = written_.find(path);
    return found == written_.end() ? below_->read(path) : Content{found->second, {}};
  }

 private:
  std::unique_ptr<FileReader> below_;
  const Written& written_;
};

/// What lies below a folder: what was written, over the files of the step.
cli::FolderListing look_into(const std::string& folder, const Step& step, const Written& written) {
  cli::FolderListing listing;
  const auto below = folder + "/";
  auto all = written;
  all.insert(step.files.begin(), step.files.end());
  for (const auto& [path, text] : all) {
    if (!begins_with(path, below)) continue;
    listing.is_folder = true;
    listing.entries.push_back({path.substr(below.size()), cli::FolderEntry::Kind::file, text.size()});
  }
  return listing;
}

/// Takes `NAME=value` words from the front as variables of the environment.
void take_variables(std::vector<std::string>& words, cli::Environment& environment) {
  while (!words.empty() && words.front() != "inforce") {
    const auto equals = words.front().find('=');
    environment.variables[words.front().substr(0, equals)] = words.front().substr(equals + 1);
    words.erase(words.begin());
  }
  if (!words.empty()) words.erase(words.begin());
  const auto columns = environment.variables.find("COLUMNS");
  environment.width = columns == environment.variables.end() ? 80U : static_cast<unsigned>(std::stoul(columns->second));
}

bool matches_from(const std::vector<std::string>& expected, std::size_t at, const std::vector<std::string>& said,
                  std::size_t line) {
  for (; at < expected.size(); ++at, ++line) {
    if (expected[at] == "...") {
      for (auto rest = line; rest <= said.size(); ++rest) {
        if (matches_from(expected, at + 1, said, rest)) return true;
      }
      return false;
    }
    if (line >= said.size() || expected[at] != said[line]) return false;
  }
  return line == said.size();
}

class PageReader {
 public:
  Page page;

  void read(const std::string& text) {
    page.lines = lines_of(text);
    for (std::size_t at = 0; at < page.lines.size(); ++at) {
      const auto& line = page.lines[at];
      const auto file = line.find(" file=");
      if (begins_with(line, "```") && file != std::string::npos)
        at = read_file(line.substr(file + 6), at + 1);
      else if (line == "```console")
        at = read_session(at + 1);
      else if (begins_with(line, "```"))
        at = end_of_block(at + 1);
    }
  }

 private:
  std::size_t end_of_block(std::size_t at) const {
    while (at < page.lines.size() && page.lines[at] != "```") ++at;
    return at;
  }

  std::size_t read_file(const std::string& name, std::size_t at) {
    const auto end = end_of_block(at);
    files_[name].clear();
    for (; at < end; ++at) files_[name] += page.lines[at] + "\n";
    return end;
  }

  std::size_t read_session(std::size_t at) {
    const auto end = end_of_block(at);
    for (; at < end; ++at) {
      const auto& line = page.lines[at];
      if (begins_with(line, "$ ")) {
        page.steps.push_back({at + 1, at + 1, line.substr(2), "", files_});
      } else if (!page.steps.empty()) {
        page.steps.back().expected += line + "\n";
        page.steps.back().expected_end = at + 1;
      }
    }
    return end;
  }

  std::map<std::string, std::string> files_;
};

}  // namespace

Page read_page(const std::string& text) {
  PageReader reader;
  reader.read(text);
  return std::move(reader.page);
}

std::string said_to(const Step& step, Written& written) {
  const PageFiles files(step, written);
  if (begins_with(step.command, "cat ")) return normalized(files.read(step.command.substr(4)).text);
  std::ostringstream out;
  std::ostringstream err;
  const auto today = [] { return Date{std::chrono::days{20332}}; };  // 2025-09-01
  cli::Environment environment{out, err, files, today, {}, "/work", ""};
  static std::map<std::vector<std::string>, Timeline> opened;  // Of the repository's own files, which all pages share.
  if (step.files.empty() && written.empty()) environment.opened = &opened;
  environment.write = [&](const std::string& path, std::string_view text) {
    written[path] = text;
    return std::string{};
  };
  environment.append = [&](const std::string& path, std::string_view text) {
    written[path] += text;
    return std::string{};
  };
  environment.look_into = [&](const std::string& folder) { return look_into(folder, step, written); };
  environment.make_folder = [&](const std::string& folder, const cli::FolderFiles& folder_files) {
    for (const auto& [path, text] : folder_files) written[folder + "/" + path] = text;
    return cli::Unwritten{};
  };
  const auto input = step.files.find("-");
  std::istringstream in(input == step.files.end() ? "" : input->second);
  environment.in = &in;
  auto words = words_of(step.command);
  take_variables(words, environment);
  const int status = cli::run(words, environment);
  auto said = out.str() + err.str();
  if (status != 0) said += "[exit " + std::to_string(status) + "]\n";
  return normalized(std::move(said));
}

bool matches(const std::string& expected, const std::string& said) {
  return matches_from(lines_of(expected), 0, lines_of(said), 0);
}

std::string worth_keeping(const std::string& said) {
  std::string kept;
  bool left_out = false;
  bool between = false;  // a blank line after what was left out
  bool in_sources = false;
  bool in_footer = false;
  for (const auto& line : lines_of(said)) {
    in_sources = line == "Sources" || (in_sources && !line.empty());
    in_footer = begins_with(line, "Reviewed through") || begins_with(line, "Rules sha256") ||
                (in_footer && begins_with(line, "  "));
    if (in_sources || in_footer) {
      if (!left_out) kept += "...\n";
      left_out = true;
      continue;
    }
    if (line.empty() && left_out) {
      between = true;
      continue;
    }
    if (between) kept += "\n";
    between = left_out = false;
    kept += line + "\n";
  }
  return kept;
}

std::string accepted(const Page& page) {
  std::string text;
  std::size_t done = 0;
  Written written;
  const auto copy_to = [&](std::size_t end) {
    for (; done < end; ++done) text += page.lines[done] + "\n";
  };
  for (const auto& step : page.steps) {
    copy_to(step.line);
    const auto said = said_to(step, written);
    if (matches(step.expected, said)) {
      copy_to(step.expected_end);
    } else {
      text += worth_keeping(said);
      done = step.expected_end;
    }
  }
  copy_to(page.lines.size());
  return text;
}

}  // namespace inforce::cases
