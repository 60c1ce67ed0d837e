package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * "hm, not the furosemide" and "get rid of the lisinopril" where these were asked: that wish is
 * given up. Without "the" it may be about the patients, as in "leave out the lisinopril users", and
 * where nothing was asked of a thing nobody shall have it.
 */
final class NotThat {
    private static final String START =
            "[,;.!:—]|and|but|hm.*|no|oh|well|wait|actually|sorry|ok|okay|nah|please|then|now|also";
    private static final String TRAIL =
            "please|after|all|then|though|again|anymore|any|more|sorry|too|now|thing|part|bit";
    private static final String END = "|[,;.!—]|and|but";
    private static final Pattern RID =
            Pattern.compile(
                    "(?i)get(?:ting)? rid of|(?:leave|take|throw|kick|cut|toss)\\s+out|lose|ditch|scrap|discard|bin|delete|eliminate|axe|purge");

    private NotThat() {}

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        if (s.foreign() || current.constraints().isEmpty()) {
            return s;
        }
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "instead|rather|but")) {
                return s; // something comes in its place
            }
        }
        for (int i = 0; i + 2 < s.size(); i++) {
            if (s.like(i + 1, "the|that|those")
                    && (i == 0 || s.like(i - 1, START))
                    && given(s, i, current)) {
                int name = i + 2;
                boolean limit = s.observed(name) && s.word(i).equals("not");
                int to =
                        s.named().stream()
                                .filter(n -> limit && n.from() == name)
                                .mapToInt(n -> n.to() + 1)
                                .findFirst()
                                .orElse(i + 1);
                String plain = limit ? "drop the " + s.english(name, to - 1) + " limit" : "remove";
                return s.exchanged(List.of(new Exchange(i, to, plain)), vocabulary);
            }
        }
        return s;
    }

    private static boolean given(Sentence s, int at, CohortSpec current) {
        boolean not = s.word(at).equals("not");
        if (!not && !RID.matcher(s.english(at, at + 1)).matches()) {
            return false;
        }
        int name = at + 2;
        while (not && s.like(name, "patients|people|ones|with|on")) {
            name++;
        }
        int first = name;
        Optional<Sentence.Named> thing =
                s.named().stream().filter(n -> n.from() == first).findFirst();
        if (not && thing.filter(n -> limited(s, n, current)).isPresent()) {
            return s.like(thing.get().to() + 1, END);
        }
        if (thing.filter(n -> wished(current, n.concept())).isEmpty()) {
            return false;
        }
        int to = thing.get().to();
        boolean people = s.like(to - 1, "users?|takers?|patients?|people|cases");
        if (people && !not) {
            return false; // "get rid of the insulin users"
        }
        while (s.like(to, TRAIL)
                || (not
                        && (Words.PERSONS.contains(s.word(to))
                                || s.like(to, "ones?|users?|takers?")))) {
            to++;
        }
        return s.like(to, END);
    }

    /** "not the ESR one", of a limit of it. */
    private static boolean limited(Sentence s, Sentence.Named n, CohortSpec current) {
        return n.is(Concept.Kind.OBSERVATION)
                && s.like(n.to(), "limit|cutoff|threshold|one|1|criterion|restriction")
                && current.constraints().stream()
                        .anyMatch(
                                c ->
                                        c instanceof Constraint.Require
                                                && Last.concept(c).equals(n.concept().id()));
    }

    /** Whether some or all shall have it. */
    private static boolean wished(CohortSpec current, Concept c) {
        return c.kind() != Concept.Kind.OBSERVATION
                && current.constraints().stream()
                        .filter(k -> Last.concept(k).equals(c.id()))
                        .anyMatch(
                                k ->
                                        k instanceof Constraint.Share
                                                || (k instanceof Constraint.Require r
                                                        && !(r.criterion()
                                                                instanceof Criterion.Not)));
    }
}
