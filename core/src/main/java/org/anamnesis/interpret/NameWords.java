package org.anamnesis.interpret;

import org.anamnesis.spec.Edit;

/**
 * Whether patients get names and addresses, which are made up: "with made-up names", "with names
 * and addresses", "without names". Whoever asks for those of real people is refused before.
 */
final class NameWords {
    private static final String NAMES = "names?|surnames?";
    private static final String ADDRESSES = "address|addresses";
    private static final String JOINT = "and|or|,|&|/";
    private static final String INVENTED =
            "fictitious|fictional|fictive|invented|fake|synthetic|dummy|placeholder|imaginary|artificial";
    private static final String BETWEEN =
            "some|the|any|their|them|all|each|every|patients?|people|person|test|random|postal|home|street|mail";
    private static final String GIVING =
            "with|include|includes|including|add|adding|plus|give|assign|show|having|and|also";
    private static final String NOT =
            "without|no|drop|remove|omit|hide|exclude|excluding|delete|skip|not";

    private NameWords() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (s.free(i) && s.like(i, NAMES + "|" + ADDRESSES)) {
                int from = before(s, i);
                int to = behind(s, i);
                boolean invented = from < i && invented(s, from, i);
                boolean both = s.like(i, NAMES) && s.like(to - 1, ADDRESSES);
                boolean not = s.like(from - 1, NOT);
                boolean given = s.like(from - 1, GIVING) && ends(s, to);
                if (invented || both || given || (not && ends(s, to))) {
                    draft.edit(new Edit.NamePatients(!not), given(s, from), to);
                }
                i = to - 1;
            }
        }
    }

    /** Where the words begin that say of what sort the names are. */
    private static int before(Sentence s, int i) {
        int at = i;
        while (s.free(at - 1) && (s.like(at - 1, INVENTED + "|" + BETWEEN) || isMadeUp(s, at))) {
            at -= isMadeUp(s, at) ? madeUp(s, at) : 1;
        }
        return at;
    }

    private static boolean isMadeUp(Sentence s, int behind) {
        return madeUp(s, behind) > 0;
    }

    /** How many tokens "made up", "made-up" are before a place; 0 if they are not there. */
    private static int madeUp(Sentence s, int behind) {
        if (s.like(behind - 1, "made-up")) {
            return 1;
        }
        if (!s.like(behind - 1, "up")) {
            return 0;
        }
        if (s.like(behind - 2, "made")) {
            return 2;
        }
        return s.like(behind - 2, "-") && s.like(behind - 3, "made") ? 3 : 0;
    }

    private static boolean invented(Sentence s, int from, int to) {
        for (int k = from; k < to; k++) {
            if (s.like(k, INVENTED) || isMadeUp(s, k + 1)) {
                return true;
            }
        }
        return false;
    }

    /** One past "names and addresses", "names, made-up addresses". */
    private static int behind(Sentence s, int i) {
        int to = i + 1;
        int at = to;
        while (s.free(at) && s.like(at, JOINT)) {
            at++;
        }
        int joined = at;
        while (s.free(at) && s.like(at, INVENTED + "|" + BETWEEN + "|made|-|up|made-up")) {
            at++;
        }
        return joined > to && s.free(at) && s.like(at, NAMES + "|" + ADDRESSES) ? at + 1 : to;
    }

    /** Whether nothing follows that says whose or of what the names are. */
    private static boolean ends(Sentence s, int to) {
        return to >= s.size() || s.like(to, "[.,;!]|please|too|also|as|in|to|over|and|for");
    }

    /** Where "with", "please add", "without" begins. */
    private static int given(Sentence s, int from) {
        int at = from;
        while (at > 0
                && s.free(at - 1)
                && s.like(
                        at - 1, GIVING + "|" + NOT + "|everyone|everybody|them|please|leave|out")) {
            at--;
        }
        return at;
    }
}
