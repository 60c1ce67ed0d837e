package org.anamnesis.learn;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Headers of columns that say whose a row is, and which of his rows. */
final class Keys {
    private static final Set<String> PERSON =
            Set.of(
                    "patient",
                    "patient id",
                    "patient nbr",
                    "patient number",
                    "patient no",
                    "patid",
                    "pat id",
                    "pt id",
                    "ptid",
                    "pid",
                    "subject",
                    "subject id",
                    "subjid",
                    "usubjid",
                    "person",
                    "person id",
                    "participant",
                    "participant id",
                    "seqn",
                    "mrn",
                    "member id",
                    "case id",
                    "record id",
                    "study id",
                    "eid",
                    "id",
                    "rid",
                    "empi",
                    "hadm subject",
                    "identifier",
                    "case number",
                    "case no",
                    "case",
                    "pidnum",
                    "pat",
                    "patientin",
                    "pseudonym",
                    "probanden id",
                    "probandennr",
                    "patno",
                    "patnum",
                    "patnr",
                    "patientnr",
                    "patientnum",
                    "ptno",
                    "ptnum",
                    "subjno",
                    "subjnum",
                    "subj",
                    "caseid",
                    "caseno",
                    "idnum",
                    "fallnr",
                    "fall id");

    /** What a person has several of; where nothing names persons, its rows belong together. */
    private static final Set<String> STAYS =
            Set.of(
                    "encounter",
                    "visit",
                    "admission",
                    "stay",
                    "hadm",
                    "icustay",
                    "hospitalization",
                    "hospitalisation",
                    "aufenthalt",
                    "visite",
                    "besuch",
                    "episode");

    /** Words beside "id" that show that it is neither a person's nor a stay's. */
    private static final Set<String> OF_THINGS =
            Set.of(
                    "hospital",
                    "site",
                    "provider",
                    "physician",
                    "doctor",
                    "order",
                    "test",
                    "drug",
                    "source",
                    "type",
                    "disposition",
                    "specialty",
                    "location",
                    "center",
                    "centre",
                    "clinic",
                    "unit",
                    "ward",
                    "department",
                    "family",
                    "household",
                    "klinik",
                    "krankenhaus",
                    "zentrum",
                    "praxis",
                    "arzt",
                    "station",
                    "abteilung",
                    "probe",
                    "sample",
                    "specimen",
                    "isolate",
                    "batch",
                    "plate",
                    "room",
                    "bed",
                    "zimmer",
                    "bett",
                    "product",
                    "item",
                    "account",
                    "postal",
                    "zip",
                    "district",
                    "region",
                    "country",
                    "state",
                    "group",
                    "cluster",
                    "class",
                    "school",
                    "team",
                    "event",
                    "name",
                    "age",
                    "sex",
                    "gender",
                    "weight",
                    "height",
                    "status",
                    "count");

    private static final Set<String> ORDER =
            Set.of(
                    "visit",
                    "visit number",
                    "time",
                    "day",
                    "week",
                    "month",
                    "date",
                    "datetime",
                    "timestamp",
                    "order",
                    "seq",
                    "sequence",
                    "encounter",
                    "encounter id",
                    "wave",
                    "period",
                    "occasion",
                    "timepoint",
                    "episode",
                    "year",
                    "hour",
                    "stage",
                    "start",
                    "stop",
                    "tstart",
                    "followup",
                    "admission");

    private Keys() {}

    /** Whether a header names persons. */
    static boolean isPerson(String header) {
        return HeaderWords.has(header, PERSON)
                && !HeaderWords.has(header, STAYS)
                && !isOfThing(header);
    }

    /** The first column whose header names persons. */
    static OptionalInt person(List<String> headers) {
        return IntStream.range(0, headers.size()).filter(k -> isPerson(headers.get(k))).findFirst();
    }

    /** Whether a header tells which of a person's rows comes first. */
    static boolean isOrder(String header) {
        return HeaderWords.has(header, ORDER);
    }

    /** Whether a header names stays or visits, not their day or their kind. */
    static boolean isStay(String header) {
        return STAYS.contains(last(header));
    }

    /** Whether a header names a place, a thing or a group. */
    static boolean isOfThing(String header) {
        return HeaderWords.has(header, OF_THINGS);
    }

    /**
     * Whether a header ends in a word for a number of somebody or something that is none of a
     * place.
     */
    static boolean isNumbered(String header) {
        return Set.of("id", "nr", "no", "nbr", "number", "nummer", "num", "uid")
                        .contains(last(header))
                && !isOfThing(header);
    }

    private static String last(String header) {
        List<String> words = HeaderWords.of(header);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    /** Whether a header ends in a word for a code or number of something. */
    static boolean isId(String header) {
        return Set.of(
                                "id",
                                "nr",
                                "nummer",
                                "ids",
                                "nbr",
                                "no",
                                "number",
                                "code",
                                "key",
                                "uid",
                                "guid",
                                "identifier",
                                "index",
                                "row",
                                "seqn")
                        .contains(last(header))
                || isPerson(header);
    }
}
