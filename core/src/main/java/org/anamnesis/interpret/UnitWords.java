package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.UnitSystem;
import org.anamnesis.spec.Edit;

/**
 * Units in which the files show values: "HbA1c in mmol/mol", "use SI units", "mmol/L for the
 * lipids", "weight in pounds".
 */
final class UnitWords {
    private static final Set<String> VERBS =
            Set.of(
                    "use", "show", "report", "give", "express", "switch", "convert", "i", "want",
                    "put", "write", "with", "and", "have", "change", "make");
    private static final Set<String> BEHIND =
            Set.of("please", "then", "instead", "now", "rather", "thanks");

    private static final String SHOWN =
            "should|must|shall|ought|to|be|come|comes|out|values?|levels?|reported|shown|given|expressed|please|is|are|written";

    private final Draft draft;
    private final Sentence s;

    private UnitWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        UnitWords words = new UnitWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i)) {
                words.system(i);
            }
        }
        for (Sentence.Named n : words.s.unused(Concept.Kind.OBSERVATION)) {
            words.behind(n);
        }
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i) && words.s.word(i).equals("for")) {
                words.before(i);
            }
        }
    }

    /** "SI units", "US units", "conventional units", "the usual units". */
    private void system(int i) {
        if (!s.like(i, "units?")) {
            return;
        }
        String w = s.word(i - 1);
        Optional<UnitSystem> system =
                Words.like(w, "si|metric|international|molar|european")
                        ? Optional.of(UnitSystem.SI)
                        : Words.like(w, "us|american|imperial|customary")
                                        || s.after(i - 3, "u . s") > 0
                                ? Optional.of(UnitSystem.US)
                                : Optional.empty();
        boolean usual =
                Words.like(w, "conventional|default|usual|original|canonical|normal|standard");
        if (system.isEmpty() && !usual) {
            return;
        }
        int from = s.after(i - 3, "u . s") > 0 ? i - 3 : i - 1;
        while (from > 0 && s.free(from - 1) && s.like(from - 1, "the|in|use|to|all|with|back")) {
            from--;
        }
        draft.edit(new Edit.UseUnits(system), from, i + 1);
        except(i + 1);
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

    /** "HbA1c in mmol/mol", "glucose, LDL and HDL in mmol/L". */
    private void behind(Sentence.Named n) {
        int in = n.to();
        while (s.free(in) && s.like(in, SHOWN) && in < n.to() + 5) {
            in++;
        }
        if (!s.free(n.from(), n.to()) || !s.like(in, "in|to|as|into")) {
            return;
        }
        Optional<Quantity.Unit> unit = Quantity.unit(s, in);
        boolean limit =
                unit.isPresent()
                        && (s.at(unit.get().to()).number()
                                || Comparison.at(s, unit.get().to()).isPresent());
        if (unit.isEmpty() || limit || !s.free(n.to(), unit.get().to())) {
            return;
        }
        int to = unit.get().to();
        List<Sentence.Named> all = listed(n);
        all.forEach(o -> use(o.concept().id(), unit.get(), o.from(), to));
        s.use(all.get(all.size() - 1).from(), to);
        verb(all.get(all.size() - 1).from());
        s.use(to, BEHIND.contains(s.word(to)) ? to + 1 : to);
    }

    private void verb(int from) {
        int at = from - 1;
        while (s.free(at) && at >= 0 && (VERBS.contains(s.word(at)) || s.word(at).equals("the"))) {
            s.use(at, at + 1);
            at--;
        }
    }

    /** Those named before it in one list, last first. */
    private List<Sentence.Named> listed(Sentence.Named last) {
        List<Sentence.Named> all = new ArrayList<>();
        all.add(last);
        int at = last.from();
        while (true) {
            int end = at;
            while (s.like(end - 1, ",|and|the") && end > 0) {
                end--;
            }
            int to = end;
            Optional<Sentence.Named> before =
                    s.named().stream()
                            .filter(n -> n.is(Concept.Kind.OBSERVATION) && n.to() == to)
                            .filter(n -> s.free(n.from(), n.to()))
                            .findFirst();
            boolean gap = before.isPresent() && s.like(before.get().from() - 1, "missing");
            if (before.isEmpty() || end == at || gap) { // "12 % missing phosphate, calcium in"
                return all;
            }
            all.add(before.get());
            at = before.get().from();
        }
    }

    /** "mmol/L for glucose", "use mmol/mol for HbA1c". */
    private void before(int i) {
        int at = s.word(i + 1).equals("the") ? i + 2 : i + 1;
        Optional<Sentence.Named> n =
                s.namedAt(at, Concept.Kind.OBSERVATION).filter(o -> s.free(o.from(), o.to()));
        if (n.isEmpty()) {
            return;
        }
        for (int start = Math.max(0, i - 6); start < i; start++) {
            Optional<Quantity.Unit> unit =
                    start == 0 ? Optional.empty() : Quantity.unit(s, start - 1);
            boolean whole = unit.isPresent() && unit.get().to() == i && !s.at(start - 1).number();
            if (whole && s.free(start, i)) {
                use(n.get().concept().id(), unit.get(), start, n.get().to());
                s.use(start, n.get().to());
                verb(start);
                return;
            }
        }
    }

    private void use(String id, Quantity.Unit unit, int from, int to) {
        Optional<Measurand> m = Measurands.bundled().find(id);
        String ucum =
                m.isPresent()
                                && m.get().toCanonical(1, unit.ucum()).isEmpty()
                                && unit.ucum().equals("mL/min")
                        ? m.get().unit()
                        : unit.ucum();
        draft.edit(new Edit.UseUnit(id, ucum), from, to, false);
    }
}
