// inforce: which restrictions applied on a given date, as known when, and why.
//
//   inforce::Sources sources;
//   const std::vector<std::string> roots{"rules"};
//   auto rules = inforce::load(*inforce::disk_files(), roots, sources);
//   if (!rules) return inforce::render(rules.diagnostics(), sources, {});
//   auto timeline = inforce::compile(*rules);
//   auto query = inforce::parse_query("on 2025-04-12 known 2025-04-12", sources);
//   auto answer = inforce::answer(*timeline, *query);
//   return inforce::render(*answer, {});
//
// Five verbs: load, compile, parse_query, answer, render; and `check`, for what is wrong or doubtful. No exception
// crosses them but std::bad_alloc.
#pragma once

#include "inforce/answer.h"
#include "inforce/certificate.h"
#include "inforce/check.h"
#include "inforce/date.h"
#include "inforce/diagnostic.h"
#include "inforce/event_row.h"
#include "inforce/finding.h"
#include "inforce/query.h"
#include "inforce/render.h"
#include "inforce/rulebook.h"
#include "inforce/source.h"
#include "inforce/status.h"
#include "inforce/timeline.h"
#include "inforce/timeline_report.h"
#include "inforce/value.h"

namespace inforce {

/// The version of the engine, such as `0.1.0`.
[[nodiscard]] const char* version();

}  // namespace inforce
