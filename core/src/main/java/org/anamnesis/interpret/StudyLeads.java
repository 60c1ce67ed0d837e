package org.anamnesis.interpret;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKind;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/**
 * Which leads are recorded: "leads I and II", "only V1 to V6", "the limb leads and V1", "no chest
 * leads", "6-lead". Where something is seen ("ST elevation in V1 to V4") is no wish for leads.
 * Names of leads that no standard ECG has are taken up as they are, for the check to refuse.
 */
final class StudyLeads {
    private static final String WORD =
            "leads?|ableitung(en)?|derivaci[oó]n(es)?|d[eé]rivations?|channels?|kan[aä]le?|electrodes?|导联";
    private static final String ONLY =
            "only|just|solely|nur|solo|s[oó]lo|[uú]nicamente|seulement|uniquement|alone|bloß|只|仅";
    private static final String STUDY = "e[ck]gs?|electrocardio.*|elektrokardio.*|心电图?";
    private static final String LINK =
            "of|in|from|with|on|:|,|-|the|as|for|record(ing|ed)?|all|both";
    private static final String JOIN = ",|and|&|\\+|plus|und|y|et|e|/|、|和";
    private static final String DENIED =
            "no|without|drop|remove|omit|skip|delete|exclude|excluding|except|minus|ohne|sin|sans";
    private static final String ADDED = "add|adding|also|include|including|additionally|plus|too";
    private static final String TO = "to|through|thru|until|till|bis|a|à|至|到";

    /** Something that is seen in leads, or asked about them. */
    private static final String SEEN =
            "elevations?|depressions?|elevated|depressed|raised|waves?|inversions?|inverted|changes?|amplitudes?|voltages?|segments?|progression|deviations?|qs|patterns?|notch(es|ed)?|seen|visible|shown?|shows?|noise|r|s|t|q|st|rsr|complex(es)?|infarct.*|ischa?emi.*|stemis?|mi|block|which|what|highest|largest";

    private static final Map<String, String> ALIASES =
            Map.of(
                    "di", "I", "dii", "II", "diii", "III", "d1", "I", "d2", "II", "d3", "III", "1",
                    "I", "2", "II", "3", "III");

    private final Sentence s;
    private final StudyClaim claim;
    private final StudyKind.Setting set;
    private final Map<String, String> names = new HashMap<>(ALIASES);
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Phrases phrases;

    /**
     * @param parts names of leads in their order, or what was said in their place
     */
    private record Leads(List<String> parts, int from, int to, boolean plain, boolean group) {}

    StudyLeads(Sentence s, StudyClaim claim, StudyKind.Setting set) {
        this.s = s;
        this.claim = claim;
        this.set = set;
        set.allParts().forEach(p -> names.put(p.toLowerCase(Locale.ROOT), p));
        set.called()
                .forEach(
                        (value, all) -> {
                            List<String> made = set.parts(value).orElse(List.of(value.split(" ")));
                            all.forEach(n -> groups.put(phrase(n), made));
                        });
        this.phrases = new Phrases(groups.keySet());
    }

    private static String phrase(String name) {
        return Tokens.of(name).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /** The order with the leads that are named, if any are. */
    StudyOrder read(StudyOrder before, CohortSpec current) {
        StudyOrder order = before;
        for (int i = 0; i < s.size(); i++) {
            order = counted(order, current, i).orElse(order);
            Optional<Leads> found = list(i);
            if (found.isPresent()) {
                order = meant(order, current, found.get()).orElse(order);
                i = found.get().to() - 1;
            }
        }
        return order;
    }

    /** "12-lead", "6 leads": so many. */
    private Optional<StudyOrder> counted(StudyOrder order, CohortSpec current, int i) {
        boolean behind = s.at(i).number() && s.like(i + 1, WORD) && !s.like(i + 2, SEEN);
        boolean before = s.like(i, WORD) && s.at(i + 1).number() && s.word(i).endsWith("s");
        int to = i + 2;
        if (!(behind || (before && to >= s.size())) || !s.free(i, to) || claim.used(i)) {
            return Optional.empty();
        }
        String value = StudyClaim.plain(s.at(behind ? i : i + 1).doubleValue());
        claim.take(i, to);
        boolean name = behind && s.like(i + 1, "lead"); // "12-lead ECGs" are called so
        boolean usual = name && value.equals(set.standard()) && now(order, current).equals(value);
        return usual ? Optional.empty() : Optional.of(order.set(set.id(), value));
    }

    private String now(StudyOrder order, CohortSpec current) {
        String before =
                current.beyond()
                        .study(order.kind())
                        .flatMap(o -> Optional.ofNullable(o.settings().get(set.id())))
                        .orElse(set.standard());
        return order.settings().getOrDefault(set.id(), before);
    }

    /** Names and groups with commas and "and" between, from a token on. */
    private Optional<Leads> list(int from) {
        Set<String> parts = new LinkedHashSet<>();
        boolean group = false;
        boolean plain = true;
        int to = from;
        for (int i = from; ; ) {
            Optional<Leads> one = one(i);
            if (one.isEmpty()) {
                break;
            }
            parts.addAll(one.get().parts());
            group |= one.get().group();
            plain &= one.get().plain();
            to = one.get().to();
            i = to;
            while (s.like(i, JOIN + "|the|leads?") && i < to + 3) {
                i++;
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Leads(List.copyOf(parts), from, to, plain, group));
    }

    private Optional<Leads> one(int i) {
        int longest = -1;
        String words = "";
        for (String p : phrases.from(s.word(i))) {
            int to = s.after(i, p);
            if (to > longest && s.free(i, to)) {
                longest = to;
                words = p;
            }
        }
        if (longest > 0 && !claim.used(i)) {
            return Optional.of(new Leads(groups.get(words), i, longest, false, true));
        }
        Optional<String> first = name(i);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        boolean dashed = joined(i, i + 1);
        boolean far = s.like(i + 1, "up") && s.like(i + 2, "to");
        boolean to = s.like(i + 1, TO + "|-");
        boolean lost = s.foreign() && name(i + 1).isPresent(); // "V1 a V6": its "a" is gone
        int second = far ? i + 3 : to ? i + 2 : i + 1;
        boolean range = far || to || dashed || lost;
        Optional<String> last = range ? name(second) : Optional.empty();
        int a = set.allParts().indexOf(first.get());
        int b = set.allParts().indexOf(last.orElse(""));
        if (a >= 0 && b > a) {
            return Optional.of(
                    new Leads(set.allParts().subList(a, b + 1), i, second + 1, plain(i), false));
        }
        if (last.isPresent() && dashed) {
            return Optional.of(
                    new Leads(List.of(first.get(), last.get()), i, second + 1, plain(i), false));
        }
        return Optional.of(new Leads(List.of(first.get()), i, i + 1, plain(i), false));
    }

    /** "V1-V6": a stroke between two words leaves no token. */
    private boolean joined(int a, int b) {
        return b < s.size()
                && s.english(a, b + 1)
                        .substring(s.at(a).end() - s.at(a).start())
                        .matches("\\s?[-–—].*");
    }

    /** A name of a lead; also one that is no standard lead: V7, V3R. */
    private Optional<String> name(int i) {
        if (!s.free(i) || claim.used(i)) {
            return Optional.empty();
        }
        String word = s.word(i);
        if (s.at(i).number()) {
            String digits = StudyClaim.plain(s.at(i).doubleValue());
            boolean lead =
                    digits.matches("[1-3]")
                            && s.like(i - 1, "lead|ableitung|derivaci[oó]n|d[eé]rivation|导联");
            return lead ? Optional.of(ALIASES.get(digits)) : Optional.empty();
        }
        if (names.containsKey(word)) {
            return Optional.of(names.get(word));
        }
        return word.matches("v[0-9]+r?|av[a-z]")
                ? Optional.of(word.toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Whether the name alone may mean something else: "I", "II". */
    private boolean plain(int i) {
        return !s.word(i).matches("v[0-9]+r?|av[a-z]|di+|d[0-9]");
    }

    /** The list as it is wished for, if it is. */
    private Optional<StudyOrder> meant(StudyOrder order, CohortSpec current, Leads leads) {
        int before = leads.from() - 1;
        boolean named = false;
        boolean only = false;
        int from = leads.from();
        while (before >= 0
                && from - before <= 4
                && s.like(before, WORD + "|" + ONLY + "|" + LINK + "|" + ADDED)) {
            named |= s.like(before, WORD);
            only |= s.like(before, ONLY);
            before--;
            if (s.like(before + 1, WORD + "|" + ONLY + "|" + ADDED)) {
                from = before + 1;
            }
        }
        int to = leads.to();
        named |= s.like(to, WORD) || leads.group();
        to = s.like(to, WORD) ? to + 1 : to;
        only |= s.like(to, ONLY);
        to = s.like(to, ONLY) ? to + 1 : to;
        if (s.like(before, SEEN) || s.like(to, SEEN + "|show.*|have|has|with|should")) {
            return Optional.empty();
        }
        boolean study = s.like(before, STUDY) && s.like(before + 1, LINK + "|" + WORD);
        boolean alone = before < 0 && to >= s.size();
        boolean listed =
                s.like(leads.from() - 1, "[,:(]") && s.like(to, "[.,;)]|") && !leads.plain();
        boolean denied =
                s.like(before, DENIED) || (s.like(before, "but") && s.like(before - 1, "all"));
        boolean clear = !leads.plain() || leads.parts().size() > 1;
        boolean wished = named || ((only || study || alone || denied || listed) && clear);
        boolean region = leads.group() && !only && !study && !denied && !alone && regional(leads);
        if (!wished || region) {
            return Optional.empty();
        }
        if (denied) {
            from = Math.min(from, s.like(before, "but") ? before - 1 : before);
        }
        claim.take(from, to);
        return Optional.of(order.set(set.id(), value(order, current, leads, denied, from)));
    }

    /** "anterior leads": where changes are, unless "only" or "without" says otherwise. */
    private boolean regional(Leads leads) {
        return s.like(leads.from(), "anterior|inferior|lateral|posterior");
    }

    private String value(
            StudyOrder order, CohortSpec current, Leads leads, boolean denied, int from) {
        Set<String> all = new LinkedHashSet<>(set.parts(now(order, current)).orElse(List.of()));
        boolean more = s.like(from, ADDED) && !now(order, current).equals(set.standard());
        if (denied) {
            leads.parts().forEach(all::remove);
        } else if (more) {
            all.addAll(leads.parts());
        } else {
            all = new LinkedHashSet<>(leads.parts());
        }
        boolean known = !all.isEmpty() && set.allParts().containsAll(all);
        return known ? set.valueOf(all) : String.join(" ", all);
    }
}
