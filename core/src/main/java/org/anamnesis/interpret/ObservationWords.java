package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;

/** How many observations, which ones by name, and which ones not. */
final class ObservationWords {
    static final String ONLY_NAMED =
            "Only the observations that were named are written; say \"20 observations including\""
                    + " them for more.";

    private static final Set<String> VAGUE =
            Set.of(
                    "high",
                    "low",
                    "elevated",
                    "raised",
                    "normal",
                    "reduced",
                    "poor",
                    "abnormal",
                    "increased",
                    "decreased",
                    "good",
                    "bad");

    private final Draft draft;
    private final Sentence s;
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> dropped = new LinkedHashSet<>();
    private final Set<String> extras = new LinkedHashSet<>();
    private final List<BareNames.Place> places = new ArrayList<>();
    private Optional<Integer> count = Optional.empty();
    private boolean later;
    private boolean replaces;
    private int from = Integer.MAX_VALUE;
    private int first = Integer.MAX_VALUE;
    private int to;

    /** An observation or a group of them, before it is known whether it is wanted. */
    private record Item(List<String> ids, int from, int to) {}

    private ObservationWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        ObservationWords words = new ObservationWords(draft);
        words.later = !current.equals(CohortSpec.DEFAULT);
        int same = words.s.like(0, "the|and") ? 1 : 0;
        if (words.later && words.s.after(same, "same for") > 0) {
            return; // what is the same for it, others know or nobody does
        }
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.at(i).number() && words.s.free(i)) {
                ObservationNumber.at(draft, i).ifPresent(words::counted);
            }
        }
        words.names();
        words.emit(current);
    }

    private void counted(ObservationNumber.Counted c) {
        count = Optional.of(c.count());
        span(c.from(), c.to());
    }

    private void names() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            int end = s.afterAny(i, Panels.NAMES);
            if (end > 0 && s.free(i, end) && !s.inConcept(i)) {
                String words = s.word(i);
                for (int k = i + 1; k < end; k++) {
                    words += " " + s.word(k);
                }
                items.add(new Item(Panels.of(words), i, end));
            } else if (s.free(i) && !vague(i) && CategoryWords.smoking(s, i).isEmpty()) {
                observationAt(i)
                        .filter(item -> !ValuedNames.skipped(draft, item.from(), item.to()))
                        .ifPresent(items::add);
            }
        }
        boolean not = false;
        boolean extra = false;
        int last = -9;
        for (Item item : items) {
            boolean joined = Lists.joined(s, last, item.from());
            not = negated(item.from()) || out(item) || (not && joined);
            last = item.to();
            (not ? dropped : named).addAll(item.ids());
            (not ? named : dropped).removeAll(item.ids());
            boolean more =
                    !not
                            && ((extra && joined)
                                    || new AddedWords(s, later).beside(item.from(), item.to()));
            if (more) {
                extras.addAll(item.ids());
            }
            extra = more;
            first = Math.min(first, item.from());
            span(item.from(), item.to());
            s.use(item.from(), not ? item.to() : too(item.to()));
            if (!not) {
                places.add(new BareNames.Place(item.from(), item.to()));
            }
        }
    }

    /** "high HbA1c" without a number asks for something that no specification can hold. */
    private boolean vague(int i) {
        Optional<Sentence.Named> n = s.namedAt(i, Concept.Kind.OBSERVATION);
        if (n.isEmpty() || !s.free(i, n.get().to()) || !VAGUE.contains(s.word(i - 1))) {
            return false;
        }
        draft.unread(i - 1, n.get().to());
        return true;
    }

    private Optional<Item> observationAt(int i) {
        Optional<Sentence.Named> n = s.namedAt(i, Concept.Kind.OBSERVATION);
        boolean drug =
                n.isPresent()
                        && s.namedAt(i, Concept.Kind.INGREDIENT).isPresent()
                        && !n.get().words().toLowerCase(java.util.Locale.ROOT).endsWith("level");
        if (n.isPresent() && !drug && s.free(i, n.get().to())) {
            return Optional.of(new Item(List.of(n.get().concept().id()), i, n.get().to()));
        }
        // "no insulin" among criteria is a drug that nobody takes
        boolean listed =
                s.word(i).equals("insulin")
                        && !taken(i)
                        && ((beside(i - 2) && Lists.link(s, i - 1))
                                || (beside(i + 2) && Lists.link(s, i + 1)));
        return listed ? Optional.of(new Item(List.of("insulin"), i, i + 1)) : Optional.empty();
    }

    /** "not on insulin", "basal-bolus insulin", "no insulin": the drug. */
    private boolean taken(int i) {
        boolean drug = s.like(i - 1, "no|not|without|non");
        for (int k = Math.max(0, i - 3); k < i; k++) {
            drug |=
                    s.like(
                            k,
                            "on|off|taking|takes?|using|uses?|treated|receiving|receives?|given|need|needing|requiring"
                                    + "|basal|bolus|daily|premixed|nph|pump|starting|started|injecting|acting");
        }
        return drug;
    }

    /** Whether a name of which no value is said covers the token: "insulin, eGFR<45" is a drug. */
    private boolean beside(int i) {
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION) && n.from() <= i && i < n.to())
                .anyMatch(
                        n ->
                                !s.at(n.to()).number()
                                        && !s.like(
                                                n.to(),
                                                "[<>]=?|=|above|below|over|under|less|more|between|at|higher|lower|greater"));
    }

    private boolean negated(int i) {
        if (ListWords.minus(s, i, later)) {
            return true;
        }
        int off = ListWords.off(s, i, later);
        if (off < i && s.free(off, i)) {
            s.use(off, i);
            span(off, i);
            replaces |= s.like(off, "instead|in|rather");
            return true;
        }
        int at = i - 1;
        while (s.at(at).kind() == Token.Kind.WORD && Words.LINKS.contains(s.word(at))) {
            at--;
        }
        boolean not = Words.NEGATION.contains(s.word(at));
        if (not) {
            s.use(at, at + 1);
            span(at, at + 1);
        }
        return not;
    }

    /** "leave CEA out", "take the LDL off". */
    private boolean out(Item item) {
        int at = item.from() - 1;
        at = s.like(at, "the|that|this|any") ? at - 1 : at;
        boolean out =
                s.like(at, "leave|leaving|take|cross|kick|throw|chuck|cut|strike|rule|pull|get")
                        && s.like(item.to(), "out|off|away|overboard");
        int dropped = Behind.dropped(s, item.to());
        if (out || dropped > 0) {
            int from = out ? at : item.from();
            s.use(from, Math.max(item.to() + (out ? 1 : 0), dropped));
            span(from, Math.max(item.to() + 1, dropped));
        }
        return out || dropped > 0;
    }

    /** Index behind "too" or "as well (as)", which may stand within a list. */
    private int too(int at) {
        int well = s.after(at, "as well");
        int behind = well > 0 ? well : s.like(at, "too") ? at + 1 : at;
        behind = well > 0 && s.like(behind, "as") ? behind + 1 : behind;
        boolean ends = behind >= s.size() || s.like(behind, "[,.;!]|and|plus|&|please");
        return ends || well > 0 ? behind : at;
    }

    private void span(int start, int end) {
        from = Math.min(from, start);
        to = Math.max(to, end);
    }

    private void emit(CohortSpec current) {
        if ((count.isEmpty() && named.isEmpty() && dropped.isEmpty()) || restored(current)) {
            return;
        }
        boolean more = count.isPresent() || !extras.isEmpty() || adds();
        boolean values = later && count.isEmpty() && !named.isEmpty() && ListWords.ofValues(s);
        if (values || (!more && !named.isEmpty() && ValuedNames.changed(s, from, to, later))) {
            draft.unread(s.quote(from, to));
            return;
        }
        if (later && !more && !named.isEmpty() && !ListWords.fresh(s, first)) {
            more = true;
            extras.addAll(replaces ? Set.of() : named);
            draft.bare(places);
        }
        int asked = count.orElse(more || named.isEmpty() ? current.observations().count() : 0);
        Set<String> all = new LinkedHashSet<>();
        Set<String> none = new LinkedHashSet<>();
        boolean number = later && named.isEmpty() && dropped.isEmpty(); // "rather 15 observations"
        // "the 10 most important instead", of a list that is named one by one
        boolean anew = number && current.observations().count() == 0 && (only() || instead());
        if ((number && !anew) || (count.isEmpty() && (more || named.isEmpty()))) {
            all.addAll(current.observations().named());
            none.addAll(current.observations().dropped());
        }
        all.addAll(named);
        all.removeAll(dropped);
        none.addAll(dropped);
        none.removeAll(named);
        // "plus potassium" must not push out the last of the important ones
        extras.removeIf(id -> !all.contains(id) || current.observations().named().contains(id));
        asked = asked == 0 || whole(all) ? 0 : asked + extras.size();
        if (asked == 0) {
            draft.bare(places);
            draft.assume(ONLY_NAMED);
        }
        draft.edit(
                new Edit.SetObservations(
                        new ObservationChoice(asked, List.copyOf(all), List.copyOf(none))),
                from,
                to,
                false);
    }

    /** "four labs only: ...", and all four are named. */
    private boolean whole(Set<String> all) {
        return count.filter(n -> n == all.size()).isPresent() && extras.isEmpty() && only();
    }

    private boolean instead() {
        return s.like(to, "instead|rather") || s.like(0, "instead|rather");
    }

    private boolean only() {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "only|just|merely") || s.after(i, "nothing else") > 0) {
                return true;
            }
        }
        return false;
    }

    /** "put the triglycerides back": they were dropped before. */
    private boolean restored(CohortSpec current) {
        boolean back = false;
        for (int i = 0; i < s.size(); i++) {
            boolean said = s.like(i, "back|again|restore|readd");
            back |= said;
            if (said && i >= from && i <= to + 1 && !named.isEmpty()) {
                s.use(i, i + 1);
            }
        }
        ObservationChoice old = current.observations();
        if (!back || named.isEmpty() || !old.dropped().containsAll(named)) {
            return false;
        }
        List<String> rest = old.dropped().stream().filter(id -> !named.contains(id)).toList();
        Set<String> listed = new LinkedHashSet<>(old.named());
        listed.addAll(old.count() == 0 ? named : Set.of());
        draft.edit(
                new Edit.SetObservations(
                        new ObservationChoice(old.count(), List.copyOf(listed), rest)),
                from,
                to,
                false);
        return true;
    }

    /** "with the standard observations and, on top of that, AST". */
    private boolean usual() {
        for (int i = 0; i < from; i++) {
            if (s.like(i, "standard|usual|default|regular|normal|typical")
                    && ObservationNumber.NOUNS.contains(s.word(i + 1))) {
                s.use(i, i + 2);
                return true;
            }
        }
        return false;
    }

    /** "... among the observations". */
    private boolean among() {
        int at = s.like(to, "among|amongst|to|in|into|with") ? to + 1 : -1;
        int noun = at > 0 && s.like(at, "the|my|our|your") ? at + 1 : at;
        boolean there = noun > 0 && s.like(noun, "observations|labs|list|rest|others|set");
        if (there) {
            s.use(to, noun + 1);
        }
        return there;
    }

    /** Whether the names come on top of what there is. */
    private boolean adds() {
        if (later && among()) {
            return true;
        }
        for (int i = Math.max(0, from - 4); i < from; i++) {
            if (Set.of("including", "include", "plus", "add", "also").contains(s.word(i))) {
                return true;
            }
        }
        boolean too = s.word(to).equals("too") || s.after(to, "as well") > 0;
        return usual() || (later && (too || s.like(0, "and|plus|with")));
    }
}
