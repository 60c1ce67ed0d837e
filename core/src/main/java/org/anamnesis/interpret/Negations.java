package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * "leave out", "get rid of", "other than", "w/o": two or three words that are one negation; and
 * "w/".
 */
final class Negations {
    private static final Set<String> OUT =
            Set.of(
                    "leave",
                    "leaving",
                    "left",
                    "take",
                    "taking",
                    "taken",
                    "filter",
                    "filtering",
                    "kick",
                    "throw",
                    "screen",
                    "rule",
                    "ruled",
                    "cut",
                    "keep");
    private static final Set<String> RID =
            Set.of(
                    "cut",
                    "lose",
                    "ditch",
                    "scrap",
                    "discard",
                    "bin",
                    "delete",
                    "eliminate",
                    "axe",
                    "purge",
                    "eject",
                    "reject",
                    "dismiss");
    private static final Set<String> PEOPLE =
            Set.of(
                    "everyone",
                    "everybody",
                    "anyone",
                    "anybody",
                    "those",
                    "people",
                    "patients",
                    "any");
    private static final Set<String> FROM = Set.of("apart", "aside", "except");

    private Negations() {}

    static List<Token> joined(List<Token> all) {
        List<Token> joined = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            int words = words(all, i);
            if (words == 1 && rid(all, i)) {
                joined.add(Token.word("without", all.get(i).start(), all.get(i).end()));
            } else if (words == 1 && slash(all, i)) {
                joined.add(Token.word("with", all.get(i).start(), all.get(i + 1).end()));
                i++;
            } else if (words > 1) {
                // "the same except that HbA1c is above 8" excludes nobody
                String word = all.get(i + 1).text().equals("that") ? "but" : "without";
                joined.add(Token.word(word, all.get(i).start(), all.get(i + words - 1).end()));
                i += words - 1;
            } else {
                joined.add(all.get(i));
            }
        }
        return joined;
    }

    /** "w/ CKD": the slip before a sign is "with". */
    private static boolean slash(List<Token> all, int i) {
        Token t = all.get(i);
        boolean w = t.text().equals("with") && t.end() == t.start() + 1;
        return w && i + 1 < all.size() && all.get(i + 1).text().equals("/");
    }

    /** "cut everyone who is 45 or younger", "scrap those on insulin". */
    private static boolean rid(List<Token> all, int i) {
        return RID.contains(all.get(i).text())
                && i + 1 < all.size()
                && PEOPLE.contains(all.get(i + 1).text());
    }

    private static int words(List<Token> all, int i) {
        String first = all.get(i).text();
        String second = i + 1 < all.size() ? all.get(i + 1).text() : "";
        String third = i + 2 < all.size() ? all.get(i + 2).text() : "";
        if (slash(all, i) && (third.equals("o") || third.equals("out"))) {
            return 3;
        }
        if (OUT.contains(first) && second.equals("out")) {
            return third.equals("of") ? 1 : 2;
        }
        if (Words.like(first, "take|strike|strip|knock")
                && second.equals("off")
                && PEOPLE.contains(third)) {
            return 3; // "take off everyone over 85"
        }
        if (first.equals("no") && second.equals("need")) {
            return Words.like(third, "for|of|to") ? 3 : 2;
        }
        if (first.equals("not") && second.equals("a") && Words.like(third, "single|soul")) {
            boolean one = i + 3 < all.size() && all.get(i + 3).text().matches("one|patient|person");
            return one ? 4 : 3;
        }
        if (first.equals("except") && second.equals("that")) {
            return 2;
        }
        if (FROM.contains(first) && (second.equals("from") || second.equals("for"))) {
            return 2;
        }
        if (first.equals("no") && second.equals("one")) {
            return 2;
        }
        if (first.equals("other") && second.equals("than")) {
            return 2;
        }
        if (first.equals("get") && second.equals("rid") && third.equals("of")) {
            return 3;
        }
        boolean away = first.equals("do") && second.equals("away") && third.equals("with");
        return away ? 3 : 1;
    }
}
