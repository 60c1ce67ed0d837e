package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.Edit;

/**
 * Units in which the files show values: "HbA1c in mmol/mol", "mmol/L for the lipids", "mmol/L
 * instead of mg/dL for glucose", "creatinine: umol/L, glucose: mmol/L". {@link UnitSystems} has "SI
 * units".
 */
final class UnitWords {
    private static final Set<String> VERBS =
            Set.of(
                    "use", "show", "report", "give", "express", "switch", "convert", "i", "want",
                    "put", "write", "with", "and", "have", "change", "make", "display", "present");

    private static final String SHOWN =
            "should|must|shall|ought|to|be|come|comes|out|values?|levels?|reported|shown|given|expressed|please|is|are|written";
    private static final String FILLER =
            "use|using|show|report|give|me|express|switch|convert|i|want|units?|si|please|and|the|us|with"
                    + "|in|as|to|for|our|my|all|their|write|display|labs?|laboratory|values?|results|be|should";

    private final Draft draft;
    private final Sentence s;

    private UnitWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        UnitSystems.find(draft);
        UnitWords words = new UnitWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i)) {
                words.unit(i);
            }
        }
    }

    /** A unit that is no number's, with what it is the unit of. */
    private void unit(int i) {
        boolean within = s.at(i - 1).number() || s.like(i - 1, "/|per");
        Optional<Unit> unit = within ? Optional.empty() : at(i);
        if (unit.isEmpty() || !s.free(i, unit.get().to())) {
            return;
        }
        int to = unit.get().to();
        boolean number = s.at(to).number() || Comparison.at(s, to).isPresent();
        int behind = instead(to);
        if (!number && !before(i, unit.get(), behind)) {
            behind(unit.get(), i, behind);
        }
    }

    private record Unit(String ucum, int to) {}

    /** Of HbA1c there are two schemes, each with its unit. */
    private Optional<Unit> at(int i) {
        if (s.like(i, "ifcc")) {
            return Optional.of(new Unit("mmol/mol", s.like(i + 1, "units?") ? i + 2 : i + 1));
        } else if (s.like(i, "ngsp|dcct")) {
            return Optional.of(new Unit("%", s.like(i + 1, "units?|%") ? i + 2 : i + 1));
        }
        return Quantity.unit(s, i - 1).filter(u -> u.to() > i).map(u -> new Unit(u.ucum(), u.to()));
    }

    /** Index behind "instead of mg/dL". */
    private int instead(int to) {
        int at = s.like(to, "[()]") ? to + 1 : to;
        int of =
                s.after(at, "instead of") > 0
                        ? at + 2
                        : s.after(at, "rather than") > 0 ? at + 2 : s.like(at, "not") ? at + 1 : at;
        int end = of > at ? at(of).map(Unit::to).orElse(of) : to;
        return s.like(of, "percent|%") && of > at ? of + 1 : end;
    }

    /** "glucose, LDL and HDL in mmol/L". */
    private boolean before(int i, Unit unit, int to) {
        int at = i - 1;
        boolean sign = s.like(at, "[:(]|=|-");
        boolean word = s.like(at, "in|to|as|into|using|be") || units(at);
        if ((!sign && !word) || !s.free(at) || (sign && !closed(at, unit))) {
            return false;
        }
        while (at > i - 6 && s.free(at - 1) && s.like(at - 1, SHOWN) && word) {
            at--;
        }
        List<Named> all = listed(at);
        if (all.isEmpty() || (sign && !alone())) {
            return false;
        }
        int end = s.like(to, "\\)") && sign ? to + 1 : to;
        int first = all.get(0).from();
        boolean wanted = s.like(first - 1, "add|include|plus|also|adding");
        if (!use(all, unit, wanted ? i - 1 : first, end)) {
            return false;
        }
        verb(first);
        s.use(end, s.like(end, "please|then|instead|now|rather|thanks|again") ? end + 1 : end);
        return true;
    }

    /** "LDL units mmol/L", "units for LDL: mmol/L". */
    private boolean units(int at) {
        return s.like(at, "units?") && s.free(at);
    }

    /** "(mmol/L)", ": mmol/L," and nothing else about it. */
    private boolean closed(int at, Unit unit) {
        return s.word(at).equals("(")
                ? s.word(unit.to()).equals(")")
                : s.like(unit.to(), "|[,;.]|and|please");
    }

    /** Whether the message says nothing but units: else what it names are columns. */
    private boolean alone() {
        for (int k = 0; k < s.size(); k++) {
            boolean named = s.inConcept(k) || s.like(k, "[:(),;.=-]") || s.like(k, FILLER);
            boolean panel = s.afterAny(k, Panels.NAMES) > 0;
            if (!named && !panel && s.free(k) && !covered(k)) {
                return false;
            }
        }
        return true;
    }

    private boolean covered(int k) {
        for (int start = Math.max(1, k - 5); start <= k; start++) {
            if (at(start).filter(u -> u.to() > k).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** "mmol/L for glucose and the lipids". */
    private void behind(Unit unit, int i, int to) {
        int at = s.like(to, "for|on") ? to + 1 : -1;
        List<Named> all = new ArrayList<>();
        int end = at;
        while (at > 0) {
            at = s.like(at, "the|all|my|our|both") ? at + 1 : at;
            Optional<Named> next = named(at);
            if (next.isEmpty() || at(at).isPresent()) {
                break;
            }
            all.add(next.get());
            end = next.get().to();
            at = s.like(end, ",") && s.like(end + 1, "and") ? end + 2 : end + 1;
            at = s.like(end, ",|and|&") ? at : -1;
        }
        if (!all.isEmpty() && use(all, unit, i, end)) {
            verb(i);
        }
    }

    /** Observations of one name: several of a panel. */
    private record Named(List<String> ids, int from, int to) {}

    private Optional<Named> named(int at) {
        int panel = s.afterAny(at, Panels.NAMES);
        Optional<Sentence.Named> one = s.namedAt(at, Concept.Kind.OBSERVATION);
        if (panel > 0 && panel >= one.map(Sentence.Named::to).orElse(0) && s.free(at, panel)) {
            return Optional.of(
                    new Named(Panels.of(s.english(at, panel).toLowerCase(Locale.ROOT)), at, panel));
        }
        return one.filter(n -> s.free(n.from(), n.to()))
                .map(n -> new Named(List.of(n.concept().id()), n.from(), n.to()));
    }

    /** Those named in one list that ends before the token, first one first. */
    private List<Named> listed(int end) {
        List<Named> all = new ArrayList<>();
        int at = end;
        while (true) {
            Optional<Named> before = Optional.empty();
            for (int k = at - 1; k >= Math.max(0, at - 5); k--) {
                int to = at;
                before = named(k).filter(n -> n.to() == to).or(() -> Optional.empty());
                if (before.isPresent()) {
                    break;
                }
            }
            boolean gap = before.isPresent() && s.like(before.get().from() - 1, "missing");
            if (before.isEmpty() || gap) { // "12 % missing phosphate, calcium in"
                return all;
            }
            all.add(0, before.get());
            int from = before.get().from();
            at = from;
            while (at > 0 && s.like(at - 1, ",|and|the|all")) {
                at--;
            }
            if (at == from || !s.like(at, ",|and")) {
                return all;
            }
        }
    }

    /** Each that has the unit is shown in it; whether there was one. */
    private boolean use(List<Named> all, Unit unit, int from, int to) {
        int before = draft.edits().size();
        for (Named n : all) {
            for (String id : n.ids()) {
                Optional<Measurand> m = Measurands.bundled().find(id);
                boolean known =
                        m.isPresent()
                                && (m.get().unit().equals(unit.ucum())
                                        || m.get().toCanonical(1, unit.ucum()).isPresent());
                if (known || n.ids().size() == 1) {
                    int last = Math.max(to, n.to());
                    draft.edit(new Edit.UseUnit(id, ucum(m, unit)), n.from(), last, false);
                }
            }
        }
        boolean some = draft.edits().size() > before;
        s.use(from, some ? to : from);
        return some;
    }

    private static String ucum(Optional<Measurand> m, Unit unit) {
        boolean indexed =
                m.isPresent()
                        && m.get().toCanonical(1, unit.ucum()).isEmpty()
                        && unit.ucum().equals("mL/min");
        return indexed ? m.get().unit() : unit.ucum();
    }

    private void verb(int from) {
        int at = from - 1;
        if (s.like(at, "for|of") && s.like(at - 1, "units?")) {
            s.use(at - 1, from);
            at -= 2;
        }
        while (s.free(at)
                && at >= 0
                && (VERBS.contains(s.word(at)) || s.like(at, "the|all|me|us|our"))) {
            s.use(at, at + 1);
            at--;
        }
    }
}
