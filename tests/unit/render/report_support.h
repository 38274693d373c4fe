// A report made by hand: files in memory, and findings at words in them.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "engine/diagnostics/report.h"
#include "inforce/check.h"
#include "inforce/render.h"
#include "tests/support/catch.h"

namespace inforce::render_report {

struct ReportMade {
  Sources sources;
  CheckReport report;
  ReportSetting setting;

  FileId add(std::string path, std::string text) {
    report.files.push_back(path);
    return sources.add(std::move(path), std::move(text));
  }

  /// The first place of `word`; an empty word is the end of the text.
  [[nodiscard]] Span at(FileId file, std::string_view word) const {
    const auto text = sources.text(file);
    const auto begin = word.empty() ? text.size() : text.find(word);
    REQUIRE(begin != std::string_view::npos);
    return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + word.size())};
  }

  Diagnostic& find(Code code, const std::string& message, FileId file, std::string_view word) {
    report.found.push_back(diagnostics::make(code, message, at(file, word)));
    return report.found.back();
  }

  void suppress_last(Suppressed::Where where, const std::string& reason) {
    report.suppressed.push_back({report.found.back(), where, reason});
    report.found.pop_back();
  }

  [[nodiscard]] std::string shown(ReportFormat format) const {
    return render(report, sources, format, Style{}, setting);
  }
  [[nodiscard]] nlohmann::json json(ReportFormat format) const { return nlohmann::json::parse(shown(format)); }
};

}  // namespace inforce::render_report
