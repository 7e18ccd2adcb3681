"""The texts of the standard library's argparse that a user of our commands may see, from Python 3.11 on.

argparse asks gettext for them in the current text domain, which ``tongket`` makes its own; listed here, they
come into our .po files whatever Python extracts them. ``NOT_SHOWN`` are those for programmers, or for
features that our commands do not use; a test checks that the two lists are whole.
"""

from gettext import gettext as _
from gettext import ngettext

SHOWN = {
    _("usage: "),
    _("%(heading)s:"),
    _("positional arguments"),
    _("options"),
    _("subcommands"),
    _("show this help message and exit"),
    _("show program's version number and exit"),
    _(" (default: %(default)s)"),
    _("%(prog)s: error: %(message)s\n"),
    _("argument %(argument_name)s: %(message)s"),
    _("the following arguments are required: %s"),
    _("one of the arguments %s is required"),
    _("unrecognized arguments: %s"),
    _("not allowed with argument %s"),
    _("ignored explicit argument %r"),
    _("ambiguous option: %(option)s could match %(matches)s"),
    _("expected one argument"),
    _("expected at most one argument"),
    _("expected at least one argument"),
    ngettext("expected %s argument", "expected %s arguments", 1),
    _("invalid %(type)s value: %(value)r"),
    _("invalid choice: %(value)r (choose from %(choices)s)"),
    _("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
    _("unknown parser %(parser_name)r (choices: %(choices)s)"),
    _("can't open '%(filename)s': %(error)s"),
}

NOT_SHOWN = {
    "%(prog)s: warning: %(message)s\n",
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "argument '%(argument_name)s' is deprecated",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "command '%(parser_name)s' is deprecated",
    "conflicting option string: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    "option '%(option)s' is deprecated",
    "unexpected option string: %s",
}
