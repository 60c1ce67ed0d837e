package org.anamnesis.interpret;

import org.anamnesis.spec.CohortSpec;

/** Whether a message is about years of records, so that a number of years is no age. */
final class HistorySigns {
    private static final String RECORDS =
            "visits?|encounters?|admissions?|readmissions?|readmitted|hospitali[sz]ations?|hospitali[sz]ed|admitted|follow-?up|followed"
                    + "|fhir|omop|emergency|telehealth|telemedicine|inpatients?|outpatients?|mortality|die|dies|died|deaths?|survive"
                    + "|histories|timelines?|longitudinal|ehrs?|records|look-?back|washout|censored|censoring|dropouts?";
    private static final String YEARS = "years?|months?|yrs?|mos?|weeks?";
    private static final String LED = "over|for|during|across|spanning|within|last|past|of|in";

    private HistorySigns() {}

    /** Visits, deaths, formats of records: words that are said of histories. */
    static boolean records(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean up = s.word(i).equals("follow") && s.word(i + 1).equals("up");
            boolean back = s.word(i).equals("look") && s.word(i + 1).equals("back");
            back |= s.word(i).equals("hospital") && s.like(i + 1, "stays?");
            if (up || back || (s.like(i, RECORDS) && !s.inConcept(i))) {
                return true;
            }
        }
        return false;
    }

    /** A history that is there, or a span of one in the message. */
    static boolean span(Sentence s, CohortSpec current) {
        boolean span = current.beyond().timeline().isPresent();
        for (int i = 0; i < s.size(); i++) {
            boolean years = s.at(i).number() && s.like(i + 1, YEARS);
            boolean led = s.like(i - 1, LED) || s.like(i - 1, ",|up|followup|history|histories|:");
            span |= years && (led || s.like(i + 2, "follow|history|of"));
            span |= s.at(i).number() && s.at(i).doubleValue() > 1900;
            span |= s.like(i, "since|from") && s.like(i + 1, "diagnosis|the|onset");
            span |= s.like(i, "yearly|quarterly|monthly|annual|history|histories|longitudinal");
        }
        return span;
    }

    /** The same, or words that are said of histories alone. */
    static boolean any(Sentence s, CohortSpec current) {
        return span(s, current) || records(s);
    }
}
