package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;

/**
 * Questions about recordings and images: "which leads show the ST elevation?", "what findings can
 * the EEG show?", "how is LBBB defined here?".
 */
final class StudyQuestions {
    private static final String ASKING =
            "which|what|what's|whats|how|where|who|why|does|do|is|are|can|could|explain|list|tell|show|see|display";
    private static final String ALL =
            "studies|recordings|scans|imaging|images|signals|waveforms|modalities";

    private static final Set<String> PLACES = Set.of("lobe", "side", "site", "territory");

    /** What is seen in leads, and the finding that it is. */
    private static final Map<String, String> SEEN =
            Map.of(
                    "elevations?|elevated|raised|reciprocal|stemi", "acute-infarction",
                    "q|scars?", "old-infarction",
                    "inverted|inversions?", "ischaemic-t-waves");

    /**
     * Everyday words that nothing but a finding can be meant by where how many or how big is asked.
     */
    private static final String SEEN_THINGS =
            "nodules?|n[oó]dulos?|blutung(en)?|h[eé]morragi[ae]s?|结节|stones?|cysts?|bleeds?|ha?emorrhages?|aneurysms?|subdurals?|epidurals?|extradurals?|spikes?|spindles?|blinks?|absences?|ectopics|paced";

    private StudyQuestions() {}

    static Optional<Question> of(Sentence s) {
        boolean within = s.like(0, "in|on") && s.like(1, "which|what");
        if (!within && !s.like(0, ASKING)) {
            return Optional.empty();
        }
        List<Place> places = new ArrayList<>();
        StudyTerms.bundled().places(s).forEach(places::addAll);
        Map<String, String> details = new TreeMap<>();
        places.forEach(
                p -> {
                    if (p.term() instanceof Term.Detail d) {
                        details.put(d.of().id(), d.choice());
                    }
                });
        Optional<StudyKind> kind =
                places.stream()
                        .filter(p -> p.term() instanceof Term.Kind)
                        .map(p -> p.term().kind())
                        .findFirst();
        Optional<Question> group = ofGroup(s, places, kind, details);
        if (group.isPresent()) {
            return group;
        }
        for (Place p : places) {
            boolean other = s.inConcept(p.from()) && kind.isEmpty();
            boolean told = kind.isPresent() || alone(s, p) || ofDetail(s, p) || counted(s, p);
            if (p.term() instanceof Term.Finding f && !other && told) {
                details.putAll(f.given());
                return Optional.of(asked(f.kind(), f.of().id(), details));
            }
            boolean own = s.named().isEmpty() && !m(p).equals("/min"); // "PR", "QRS": of ECGs alone
            if (p.term() instanceof Term.Measured m && !other && (kind.isPresent() || own)) {
                return Optional.of(asked(m.kind(), m.of().id(), details));
            }
        }
        Optional<Question> leads = leads(s, details);
        if (leads.isPresent()) {
            return leads;
        }
        boolean about =
                has(
                        s,
                        "findings?|show|shows|measured?|contains?|formats?|settings?|can|could|made|make|do|have|know|offer|support|draw|in|inside|look");
        boolean all =
                has(s, ALL)
                        && has(s, "are|is|there|have|has|here|available|possible|made|make|do|can");
        if (kind.isEmpty()
                && s.named().isEmpty()
                && all
                && s.like(0, "which|what|list|how|do|can|are|is|does|could")) {
            return Optional.of(new Question.Studies());
        }
        return kind.filter(k -> about)
                .map(k -> new Question.OfStudy(k.id(), Optional.empty(), details));
    }

    /** "what is the QTc in the long QT group?": a measurement of those who show something. */
    private static Optional<Question> ofGroup(
            Sentence s, List<Place> places, Optional<StudyKind> kind, Map<String, String> details) {
        for (Place f : places) {
            boolean finding =
                    f.term() instanceof Term.Finding
                            && !s.inConcept(f.from())
                            && (kind.isPresent() || StudyTerms.telling(s, f));
            for (Place p : places) {
                boolean same = finding && p.term().kind().equals(f.term().kind());
                boolean both =
                        s.named().stream().allMatch(n -> n.from() >= p.from() && n.to() <= p.to());
                if (same && p.term() instanceof Term.Measured m && (both || kind.isPresent())) {
                    details.put(Question.OfStudy.AMONG, ((Term.Finding) f.term()).of().id());
                    return Optional.of(asked(m.kind(), m.of().id(), details));
                }
            }
        }
        return Optional.empty();
    }

    /** "how many have a haemorrhage?", "how big are the nodules?": nothing else is named. */
    private static boolean counted(Sentence s, Place p) {
        boolean how =
                (s.like(0, "how") && s.like(1, "many|big|large|small|often|thick|long|wide"))
                        || (s.like(0, "what|which")
                                && s.like(
                                        1,
                                        "sizes?|share|percentage|proportion|fraction|diameters?"));
        return how
                && s.named().isEmpty()
                && p.term() instanceof Term.Finding
                && s.like(p.from(), SEEN_THINGS);
    }

    private static String m(Place p) {
        return p.term() instanceof Term.Measured m ? m.of().unit() : "/min";
    }

    /** "in which leads is ST raised?", "which leads are recorded?". */
    private static Optional<Question> leads(Sentence s, Map<String, String> details) {
        if (!has(s, "leads?|derivaciones|d[eé]rivations") || !s.named().isEmpty()) {
            return Optional.empty();
        }
        StudyKind ecg = StudyKinds.find("ecg").orElseThrow();
        for (Map.Entry<String, String> e : SEEN.entrySet()) {
            if (has(s, e.getKey())) {
                return Optional.of(asked(ecg, e.getValue(), details));
            }
        }
        return has(
                        s,
                        "record(ed)?|made|used|there|have|has|written|drawn|files?|available|possible")
                ? Optional.of(asked(ecg, "leads", details))
                : Optional.empty();
    }

    /** A finding that nothing else in the question takes the meaning from. */
    private static boolean alone(Sentence s, Place p) {
        return StudyTerms.telling(s, p) && s.named().isEmpty();
    }

    /**
     * "which lobes can a nodule be in?": an everyday word for a finding, and a detail of just it.
     */
    private static boolean ofDetail(Sentence s, Place p) {
        if (!(p.term() instanceof Term.Finding f) || !s.named().isEmpty()) {
            return false;
        }
        return f.of().details().stream()
                .filter(d -> !d.choices().isEmpty())
                .anyMatch(
                        d ->
                                (s.like(0, "where") && PLACES.contains(d.id()))
                                        || d.names().stream().anyMatch(n -> said(s, n)));
    }

    private static boolean said(Sentence s, String name) {
        for (int i = 0; i < s.size(); i++) {
            String word = s.word(i);
            if (word.equals(name) || word.equals(name + "s")) {
                return true;
            }
        }
        return false;
    }

    private static Question asked(StudyKind kind, String part, Map<String, String> details) {
        return new Question.OfStudy(kind.id(), Optional.of(part), details);
    }

    private static boolean has(Sentence s, String words) {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, words)) {
                return true;
            }
        }
        return false;
    }
}
