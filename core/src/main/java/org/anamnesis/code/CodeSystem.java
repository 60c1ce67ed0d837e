package org.anamnesis.code;

/**
 * The code systems in use, each with the URI that FHIR gives it. Each has its own licence (see
 * NOTICE).
 */
public enum CodeSystem {
    LOINC("LOINC", "http://loinc.org"),
    SNOMED_CT("SNOMED CT", "http://snomed.info/sct"),
    ICD_10_CM("ICD-10-CM", "http://hl7.org/fhir/sid/icd-10-cm"),
    RXNORM("RxNorm", "http://www.nlm.nih.gov/research/umls/rxnorm"),
    CVX("CVX", "http://hl7.org/fhir/sid/cvx");

    private final String title;
    private final String uri;

    CodeSystem(String title, String uri) {
        this.title = title;
        this.uri = uri;
    }

    /** As its owner writes it. */
    public String title() {
        return title;
    }

    public String uri() {
        return uri;
    }
}
