package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * "the ACE inhibitor ramipril", "a statin (atorvastatin)", "glargine insulin": a class and one of
 * its drugs beside it are that drug alone.
 */
final class NarrowedDrugs {
    private static final String LINK =
            "[(,:–—-]|namely|specifically|ie|i|e|\\.|called|that|is|particularly|in|particular|viz|meaning|type|drug|class";

    /** "dual antiplatelet therapy with aspirin". */
    private static final String WITH = "therapy|treatment|with|by|using|of";

    /** So many words may stand between. */
    private static final int FAR = 5;

    private NarrowedDrugs() {}

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        List<Exchange> all = new ArrayList<>();
        int done = 0;
        for (Sentence.Named n : s.named()) {
            Optional<Exchange> again = n.from() < done ? Optional.empty() : again(s, n);
            Optional<Exchange> one =
                    n.from() < done || again.isPresent()
                            ? again
                            : n.is(Concept.Kind.DRUG_CLASS)
                                    ? narrowed(s, n)
                                    : n.is(Concept.Kind.INGREDIENT)
                                            ? explained(s, n)
                                            : Optional.empty();
            if (one.isPresent()) {
                all.add(one.get());
                done = one.get().to();
            }
        }
        return s.exchanged(all, vocabulary);
    }

    /** "norepinephrine (noradrenaline to us)": one thing by both of its names. */
    private static Optional<Exchange> again(Sentence s, Sentence.Named of) {
        int open = of.to();
        Optional<Sentence.Named> other =
                s.word(open).equals("(")
                        ? s.namedAt(open + 1, of.concept().kind())
                                .filter(n -> n.concept().equals(of.concept()))
                        : Optional.empty();
        int close = other.map(Sentence.Named::to).orElse(-1);
        while (close > 0 && close < open + FAR + 1 && s.at(close).kind() == Token.Kind.WORD) {
            close++;
        }
        return close > 0 && s.word(close).equals(")")
                ? Optional.of(new Exchange(of.from(), close + 1, s.english(of.from(), open)))
                : Optional.empty();
    }

    /** "a statin, i.e. atorvastatin"; "a statin, atorvastatin 20 %" are two shares. */
    private static Optional<Exchange> narrowed(Sentence s, Sentence.Named of) {
        for (int i = of.from() - 1; i >= Math.max(0, of.from() - FAR); i--) {
            if (s.like(i, "replace|swap|exchange|substitute|switch|change|trade")) {
                return Optional.empty(); // "replace the SSRI with sertraline"
            }
        }
        int at = of.to();
        if (s.word(at).equals("is") && s.like(of.from() - 1, "the|that|this|my")) {
            return Optional.empty(); // "the SSRI is sertraline", of one that is asked
        }
        while (at < of.to() + FAR && s.like(at, LINK + "|" + WITH)) {
            at++;
        }
        Optional<Sentence.Named> drug = s.namedAt(at, Concept.Kind.INGREDIENT);
        if (drug.isEmpty() || !member(drug.get(), of)) {
            return Optional.empty();
        }
        int to = drug.get().to();
        boolean shared = s.at(to).number() && s.like(to + 1, "%|percent");
        if (shared && heads(s, of, at)) {
            return Optional.of(new Exchange(of.from(), to, s.english(at, to)));
        }
        boolean closed = s.word(to).equals(")");
        boolean open = false;
        for (int i = of.to(); i < at; i++) {
            open |= s.word(i).equals("(");
        }
        return shared || (closed && !open)
                ? Optional.empty()
                : Optional.of(
                        new Exchange(of.from(), open && closed ? to + 1 : to, s.english(at, to)));
    }

    /** "anticoagulants: apixaban 46 %, warfarin 21 %": the title of what follows. */
    private static boolean heads(Sentence s, Sentence.Named of, int drug) {
        boolean many = s.english(of.to() - 1, of.to()).matches("(?i).*[^s]s|therapy|treatment");
        boolean next = drug == of.to() || (drug == of.to() + 1 && s.like(of.to(), "[:–—-]"));
        return many && next && !s.like(of.from() - 1, "%|percent|all|on|no|without|with");
    }

    /** "glargine insulin", "apixaban (a DOAC)". */
    private static Optional<Exchange> explained(Sentence s, Sentence.Named drug) {
        int at = s.word(drug.to()).equals("(") ? drug.to() + 1 : drug.to();
        boolean open = at > drug.to();
        at = open && s.like(at, "an?|the") ? at + 1 : at;
        Optional<Sentence.Named> of = s.namedAt(at, Concept.Kind.DRUG_CLASS);
        if (of.isEmpty() || !member(drug, of.get())) {
            return Optional.empty();
        }
        int to = of.get().to();
        boolean whole = !open || s.word(to).equals(")");
        return whole
                ? Optional.of(
                        new Exchange(
                                drug.from(), open ? to + 1 : to, s.english(drug.from(), drug.to())))
                : Optional.empty();
    }

    private static boolean member(Sentence.Named drug, Sentence.Named of) {
        return member(drug.concept(), of.concept());
    }

    static boolean member(Concept drug, Concept of) {
        List<Concept> family = Catalogue.bundled().classesWithin(of.id());
        return Catalogue.bundled().classesOf(drug.id()).stream()
                .anyMatch(c -> c.equals(of) || family.contains(c));
    }
}
