package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/** One value for everybody: "set potassium to 5.5", "heart rate fixed at 130 in everybody". */
final class SetWords {
    private static final Set<String> EVERYBODY = Set.of("everyone", "everybody", "all", "each");

    private final Draft draft;
    private final Sentence s;
    private final NearNames near;

    private SetWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
        this.near = new NearNames(s);
    }

    /** Values that are put somewhere for everybody; the rest is asked word by word. */
    static SetWords find(Draft draft) {
        SetWords words = new SetWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            if (!words.s.free(i)) {
                continue;
            }
            String w = words.s.word(i);
            if (Words.like(w, "put|keep|hold|freeze|pin")) {
                words.put(i);
            }
        }
        return words;
    }

    /** "set potassium to 5.5 mmol/L". */
    void set(int i) {
        Optional<Sentence.Named> of = near.behind(i + 1);
        if (of.isEmpty()) {
            return;
        }
        int n = near.skip(of.get().to());
        Optional<Sentence.Named> whose = s.namedAt(n, Concept.Kind.CONDITION);
        n = whose.isPresent() ? near.skip(whose.get().to()) : n; // "of all T2DM patients"
        boolean given = s.word(i).equals("give") && s.word(n - 1).equals("of");
        boolean to = given || s.like(n - 1, "to|at|=|be") || s.like(n, "=|:");
        to |= s.word(i).equals("make") && n == of.get().to();
        n = s.like(n, "=|:") ? n + 1 : n;
        if (!to || !s.at(n).number()) {
            return;
        }
        String id = of.get().concept().id();
        Optional<Quantity.Unit> unit = Quantity.unit(s, n);
        int end = unit.map(Quantity.Unit::to).orElse(n + 1);
        double value = value(id, n, unit);
        boolean everyone = Set.of("for", "in").contains(s.word(end));
        if (everyone && NearNames.LINKS.contains(s.word(end + 1))) {
            end += 2;
        }
        draft.edit(new Edit.AddOverwrite(new Overwrite.SetValue(id, value)), i, end);
        further(end);
    }

    /** "set sodium to 128 and potassium to 5.2": the verb holds for what follows in its list. */
    private void further(int end) {
        int at = end;
        while (s.like(at, ",|and|&|plus|also") && at < end + 3) {
            at++;
        }
        Optional<Sentence.Named> of = at > end ? near.behind(at) : Optional.empty();
        if (of.isEmpty()) {
            return;
        }
        int n = of.get().to();
        n = s.like(n, "to|at|=") ? n + 1 : n;
        int to = s.at(n).number() ? valueEnd(n) : -1;
        boolean ends = s.like(to, "|[,.;!]|and|&|plus|for|in|please|also");
        if (to > 0 && s.free(n) && ends) {
            String id = of.get().concept().id();
            double value = value(id, n, Quantity.unit(s, n));
            draft.edit(new Edit.AddOverwrite(new Overwrite.SetValue(id, value)), at, end(n));
            further(end(n));
        }
    }

    /** "phosphate is to be set to 6", "potassium fixed at 5.5". */
    boolean held(int i) {
        boolean verb = s.like(i, "set|fixed|held|kept|pinned|frozen|clamped");
        boolean at = s.like(i + 1, "to|at") && s.at(i + 2).number();
        Optional<Sentence.Named> of = verb && at ? near.before(i) : Optional.empty();
        if (of.isEmpty()) {
            return false;
        }
        Optional<Quantity.Unit> unit = Quantity.unit(s, i + 2);
        String id = of.get().concept().id();
        draft.edit(
                new Edit.AddOverwrite(new Overwrite.SetValue(id, value(id, i + 2, unit))),
                of.get().from(),
                unit.map(Quantity.Unit::to).orElse(i + 3));
        return true;
    }

    /** "put the heart rate at 125 in all of them". */
    private void put(int i) {
        Optional<Sentence.Named> of = near.behind(i + 1);
        if (of.isEmpty()) {
            return;
        }
        int n = of.get().to();
        boolean at = s.like(n, "at|to");
        if (at && s.at(n + 1).number() && s.free(n + 1)) {
            int end = end(n + 1);
            if (end > valueEnd(n + 1)) { // said of everybody; else a target may be meant
                value(of.get(), n + 1, i);
            }
        }
    }

    private int valueEnd(int n) {
        return Quantity.unit(s, n).map(Quantity.Unit::to).orElse(n + 1);
    }

    /** Past "in everybody", "for all of them" behind the value. */
    private int end(int n) {
        int end = valueEnd(n);
        boolean whose = s.like(end, "for|in|across|throughout");
        if (!whose || !(EVERYBODY.contains(s.word(end + 1)) || s.word(end + 1).equals("the"))) {
            return end;
        }
        int at = end + 2;
        while (s.like(at, "of|them|these|those|patients|people|the")) {
            at++;
        }
        return at;
    }

    private void value(Sentence.Named of, int n, int from) {
        String id = of.concept().id();
        double value = value(id, n, Quantity.unit(s, n));
        draft.edit(
                new Edit.AddOverwrite(new Overwrite.SetValue(id, value)),
                Math.min(from, of.from()),
                end(n));
    }

    private double value(String id, int n, Optional<Quantity.Unit> unit) {
        double plain = s.at(n).doubleValue();
        return Measurands.bundled()
                .find(id)
                .flatMap(m -> unit.flatMap(u -> m.toCanonical(plain, u.ucum())))
                .orElse(plain);
    }
}
