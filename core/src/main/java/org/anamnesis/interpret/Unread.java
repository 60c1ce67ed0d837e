package org.anamnesis.interpret;

import java.util.List;
import java.util.Set;
import org.anamnesis.problem.Problem;

/** What of a message the rules left for others to read. */
public final class Unread {
    /** Words that nobody understood; every other problem was understood and says no. */
    private static final Set<String> OPEN = Set.of("request.noise", "request.condition.unknown");

    private Unread() {}

    /**
     * Words that were not used; empty if all were, if the message is a question, and if it is
     * refused or asks for something impossible.
     */
    public static List<String> of(Reading reading) {
        if (reading instanceof Reading.Understood u) {
            return u.ignored();
        }
        if (reading instanceof Reading.NotUnderstood n
                && n.problems().stream().allMatch(p -> OPEN.contains(p.code()))) {
            return n.problems().stream().map(Problem::where).toList();
        }
        return List.of();
    }

    /** Whether nothing is carried out unless somebody else understands the words. */
    public static boolean stopped(Reading reading) {
        return reading instanceof Reading.NotUnderstood;
    }
}
