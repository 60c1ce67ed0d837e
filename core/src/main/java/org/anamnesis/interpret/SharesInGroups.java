package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyGroup;

/**
 * "70 % of the cases smoke", "smokers 70 % in cases, 30 % in controls": shares within groups that
 * are there, and no new sizes of them. Read as "in the first group 70 % smoke".
 */
final class SharesInGroups {
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth");
    private static final String GROUP = "groups?|arms?|cohort|ones?|patients|people";
    private static final String UNTREATED = "placebo|untreated|comparator|control";
    private static final String LEAD =
            "make|set|i|want|let|please|have|with|and|then|now|,|:|=|are|be|is|should|the|a|get|put";

    private final Sentence s;
    private final List<List<String>> names = new ArrayList<>();

    /** A group that is named from a token to one before another. */
    private record Named(int group, int to) {}

    /** "70 % smokers in cases": what is asked of which group. */
    private record Part(int group, String percent, String trait, int from, int to) {}

    private SharesInGroups(Sentence s, List<StudyGroup> groups) {
        this.s = s;
        for (StudyGroup g : groups) {
            names.add(
                    Tokens.of(g.name().toLowerCase(Locale.ROOT)).stream()
                            .map(Token::text)
                            .toList());
        }
    }

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        List<StudyGroup> groups = current.beyond().groups().all();
        if (groups.isEmpty() || groups.size() > ORDINALS.size() || s.foreign()) {
            return s;
        }
        List<Part> parts = new SharesInGroups(s, groups).parts();
        if (parts.isEmpty()) {
            return s;
        }
        String said =
                parts.stream()
                        .map(
                                p ->
                                        "in the %s group %s %% %s"
                                                .formatted(
                                                        ORDINALS.get(p.group()),
                                                        p.percent(),
                                                        p.trait()))
                        .collect(Collectors.joining(", "));
        int from = parts.get(0).from();
        int to = parts.get(parts.size() - 1).to();
        return s.exchanged(List.of(new Exchange(from, to, said)), vocabulary);
    }

    /** Every share of the message with its group and trait; none if one has not both. */
    private List<Part> parts() {
        List<Integer> shares = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i).number() && s.like(i + 1, "%|percent")) {
                shares.add(i);
            }
        }
        List<Part> all = new ArrayList<>();
        for (int k = 0; k < shares.size(); k++) {
            int end = k + 1 < shares.size() ? shares.get(k + 1) : s.size();
            int start = all.isEmpty() ? 0 : all.get(k - 1).to();
            String before = all.isEmpty() ? "" : all.get(k - 1).trait();
            Optional<Part> part = part(start, shares.get(k), end, before);
            if (part.isEmpty()) {
                return List.of();
            }
            all.add(part.get());
        }
        return all;
    }

    private Optional<Part> part(int start, int share, int end, String before) {
        String percent = s.english(share, share + 1);
        if (s.like(share + 2, "of")) { // "70 % of the cases smoke"
            Optional<Named> named = named(share + 3);
            String trait = named.map(n -> words(n.to(), end)).orElse("");
            return named.filter(n -> !trait.isEmpty())
                    .map(n -> new Part(n.group(), percent, trait, share, end));
        }
        Optional<Named> lead = led(start, share); // "in the semaglutide group 60 % women"
        if (lead.isPresent()) {
            String trait = words(share + 2, end);
            return trait.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Part(lead.get().group(), percent, trait, start, end));
        }
        for (int i = share + 2; i < end; i++) {
            Optional<Named> named =
                    s.like(i, "in|among|within|for") ? named(i + 1) : Optional.empty();
            if (named.isPresent()) {
                String behind = words(share + 2, i);
                String ahead = words(start, share);
                String trait = behind.isEmpty() ? ahead.isEmpty() ? before : ahead : behind;
                int from = behind.isEmpty() && !ahead.isEmpty() ? start : share;
                return trait.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Part(
                                        named.get().group(),
                                        percent,
                                        trait,
                                        from,
                                        named.get().to()));
            }
        }
        return Optional.empty();
    }

    /** The group before a share, with nothing else between. */
    private Optional<Named> led(int start, int share) {
        for (int i = start; i < share; i++) {
            Optional<Named> named =
                    s.like(i, "in|among|within|for") ? named(i + 1) : Optional.empty();
            if (named.isPresent()) {
                int at = named.get().to();
                while (s.like(at, ",|:|make|want|have|with|are|should|be|there")) {
                    at++;
                }
                return at == share && words(start, i).isEmpty() ? named : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Named> named(int from) {
        int at = s.like(from, "the|my|our") ? from + 1 : from;
        for (int g = 0; g < names.size(); g++) {
            List<String> name = names.get(g);
            boolean here = true;
            for (int i = 0; i < name.size(); i++) {
                here &= s.word(at + i).equals(name.get(i));
            }
            if (here || s.like(at, ORDINALS.get(g))) {
                int to = here ? at + name.size() : at + 1;
                return Optional.of(new Named(g, s.like(to, GROUP) ? to + 1 : to));
            }
        }
        int without = without();
        return s.like(at, UNTREATED) && without >= 0
                ? Optional.of(new Named(without, s.like(at + 1, GROUP) ? at + 2 : at + 1))
                : Optional.empty();
    }

    /** The one group whose name says that it goes without, or -1. */
    private int without() {
        int found = -1;
        for (int g = 0; g < names.size(); g++) {
            if (names.get(g).get(0).equals("no")) {
                found = found < 0 ? g : names.size();
            }
        }
        return found < names.size() ? found : -1;
    }

    /** What is said there but for words that only lead to it. */
    private String words(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && s.like(first, LEAD)) {
            first++;
        }
        while (first < last && s.like(last - 1, LEAD + "|[.;!?]|in")) {
            last--;
        }
        return s.english(first, last);
    }
}
