package org.anamnesis.interpret;

import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.UnitSystem;
import org.anamnesis.spec.Edit;

/** Units that belong together: "SI units", "everything in SI", "US units", "the usual units". */
final class UnitSystems {
    private static final String SI = "si|metric|international|molar|european";
    private static final String US = "us|american|imperial|customary";
    private static final String MOLAR = "mmol|mmols|millimoles?|millimolar|umol|µmol|μmol";
    private static final String MASS = "mg|milligrams?";
    private static final String USUAL =
            "conventional|default|usual|original|canonical|normal|standard|common";
    private static final String BEFORE =
            "the|in|into|use|using|to|all|with|back|everything|values|labs";
    private static final String ALONE =
            "give|me|show|everything|all|the|values?|labs?|results|in|to|into|as|use|using|switch|go|make|it|please"
                    + "|convert|i|want|us|report|them|back|change|numbers|data|and|now|then|observations|have|get|can|could"
                    + "|you|we|would|be|put|would|like|prefer|instead|thanks|system|units?|:|=|[?.!]|-";

    /** "can I have the labs in SI units?", "could glucose be in mmol/L", "switch to SI". */
    private static final Pattern WISH =
            Pattern.compile(
                    "(?i)\\s*(?:(?:can|could|may|shall|will|would)\\s(?!.*\\b(?:mean|median|average|how|what|limit|above|below)\\b)"
                            + ".*\\b(?:(?:SI|metric|conventional|imperial|US) units|in (?:[munp\u00b5\u03bc]?mol|[mnu\u00b5\u03bc]?g|lbs?|pounds|kg)\\b.*)"
                            + "|(?:switch|go|change|convert)(?: it| all| everything)? (?:to|into) (?:SI|metric)\\b.{0,20})[\\s?.!]*(?:please)?[\\s?.!]*");

    private final Draft draft;
    private final Sentence s;

    private UnitSystems(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    /** Whether units are wished for, though it may sound like a question or like going back. */
    static boolean wished(String message) {
        return message.length() < 120 && WISH.matcher(message).matches();
    }

    static void find(Draft draft) {
        UnitSystems words = new UnitSystems(draft);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i) && words.s.like(i, "units?")) {
                words.system(i);
            }
        }
        words.bare();
    }

    /** "in SI", "metric please", "units: SI", "all in mmol/L", "mmol, not mg", and nothing else. */
    private void bare() {
        int at = -1;
        boolean instead = false;
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, MOLAR) && s.like(i + 1, "/") && s.like(i + 2, "mol")) {
                draft.edit(new Edit.UseUnit("hba1c", "mmol/mol"), 0, s.size());
                return;
            }
            boolean name = s.free(i) && s.like(i, "si|metric|" + MOLAR + "|" + MASS);
            boolean other = s.like(i, "not|rather|than|instead|of|over|/|dl|l|ml|[(),]");
            if (!name && !other && !s.like(i, ALONE)) {
                return;
            }
            instead |= s.like(i, "not|rather|of|over"); // the unit behind is what is not wanted
            at = name && at < 0 && !instead ? i : at;
        }
        if (at >= 0) {
            UnitSystem system = s.like(at, MASS) ? UnitSystem.US : UnitSystem.SI;
            draft.edit(new Edit.UseUnits(Optional.of(system)), 0, s.size());
        }
    }

    private void system(int i) {
        int point = s.after(i - 3, "u . s") > 0 ? i - 3 : -1;
        int colon = s.like(i + 1, "[:=]") ? i + 2 : i + 1;
        boolean last = s.like(colon, SI) && s.free(colon) && !s.like(colon + 1, "units?");
        int name = last ? colon : i - 1;
        String w = s.word(name);
        Optional<UnitSystem> system =
                Words.like(w, SI)
                        ? Optional.of(UnitSystem.SI)
                        : Words.like(w, US) || point >= 0
                                ? Optional.of(UnitSystem.US)
                                : Optional.empty();
        if (system.isEmpty() && !Words.like(w, USUAL)) {
            return;
        }
        int from = point >= 0 ? point : last ? i : i - 1;
        while (from > 0 && s.free(from - 1) && s.like(from - 1, BEFORE)) {
            from--;
        }
        int to = last ? colon + 1 : i + 1;
        to = s.like(to, "again|please") ? to + 1 : to;
        if (!ofSome(system, from, to)) {
            draft.edit(new Edit.UseUnits(system), from, to);
            except(to);
        }
    }

    /** "SI units for glucose and creatinine": of these alone. */
    private boolean ofSome(Optional<UnitSystem> system, int from, int to) {
        int at = s.like(to, "for|on") ? to + 1 : s.size();
        boolean some = false;
        boolean more = true;
        while (more) {
            at = s.like(at, "the|all|both") ? at + 1 : at;
            Optional<Sentence.Named> n = s.namedAt(at, Concept.Kind.OBSERVATION);
            Optional<Measurand> m = n.flatMap(x -> Measurands.bundled().find(x.concept().id()));
            if (m.isEmpty() || s.like(n.get().to(), "[(:]|in")) {
                return some; // its unit stands behind it
            }
            String unit = system.map(x -> x.unit(m.get())).orElse(m.get().unit());
            draft.edit(new Edit.UseUnit(m.get().id(), unit), from, n.get().to());
            some = true;
            at = n.get().to();
            more = s.like(at, ",|and|&");
            at = s.like(at, ",") && s.like(at + 1, "and") ? at + 2 : at + 1;
        }
        return some;
    }

    /** "SI units except for glucose": that one in its usual unit. */
    private void except(int from) {
        int at = from;
        while (s.like(
                at,
                "[,(]|except|for|but|not|apart|from|other|than|in|with|the|exception|of|drop|without")) {
            at++;
        }
        boolean said =
                at > from && s.like(at - 1, "except|for|not|from|than|of|in|the|drop|without");
        Optional<Sentence.Named> name = s.namedAt(at, Concept.Kind.OBSERVATION);
        boolean not = false;
        for (int k = from; k < at; k++) {
            not |= s.like(k, "except|not|apart|other|exception|drop|without");
        }
        while (said && not && name.isPresent() && s.free(from, name.get().to())) {
            Sentence.Named n = name.get();
            Measurands.bundled()
                    .find(n.concept().id())
                    .ifPresent(
                            m -> draft.edit(new Edit.UseUnit(m.id(), m.unit()), n.from(), n.to()));
            s.use(from, n.to());
            int next = s.like(n.to(), ",|and") ? n.to() + 1 : n.to();
            name = next > n.to() ? s.namedAt(next, Concept.Kind.OBSERVATION) : Optional.empty();
        }
    }
}
