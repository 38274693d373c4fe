// The server on two streams: one thread reads, so that what is no longer wanted is known before it is begun; the other
// carries out what was read, in order.
#pragma once

#include <iosfwd>

#include "tools/inforce/lsp/host.h"

namespace inforce::lsp {

/// Serves until `exit` or the end of `in`. Gives the exit status: 0 after `shutdown`, else 1.
[[nodiscard]] int serve(std::istream& in, std::ostream& out, Host host);

}  // namespace inforce::lsp
