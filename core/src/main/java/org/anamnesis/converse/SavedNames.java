package org.anamnesis.converse;

import org.anamnesis.problem.Problem;

/** Names under which states are saved: they stay as long as the conversation. */
final class SavedNames {
    private SavedNames() {}

    /** "delete A", "rename A to B". */
    static Problem kept(String name) {
        return new Problem(
                "talk.name.kept",
                name,
                "a saved name is kept and cannot be renamed or deleted",
                "\"go back to "
                        + name
                        + "\" and \"save this as\" with another name, or save something else as "
                        + name);
    }
}
