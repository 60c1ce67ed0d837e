package org.anamnesis.code;

/**
 * The code systems in use, each with the URI that FHIR gives it. Each has its own licence (see
 * NOTICE).
 */
public enum CodeSystem {
    LOINC("http://loinc.org"),
    SNOMED_CT("http://snomed.info/sct"),
    ICD_10_CM("http://hl7.org/fhir/sid/icd-10-cm"),
    RXNORM("http://www.nlm.nih.gov/research/umls/rxnorm");

    private final String uri;

    CodeSystem(String uri) {
        this.uri = uri;
    }

    public String uri() {
        return uri;
    }
}
