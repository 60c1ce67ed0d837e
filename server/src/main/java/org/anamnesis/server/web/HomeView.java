package org.anamnesis.server.web;

import java.util.List;
import org.anamnesis.server.store.TalkStore;

/**
 * What a browser sees first.
 *
 * @param older place from which the next page goes on; empty if there is none
 * @param signedIn whether a token was shown, so that one can sign out
 */
public record HomeView(
        List<String> examples, List<TalkStore.Listed> talks, String older, boolean signedIn) {
    /** One an aim: an EHR extract, teaching, a trial, test data, a simulation. */
    static final List<String> EXAMPLES =
            List.of(
                    "generate 2000 Type 2 diabetes patients EHR data with 20 important diabetes observations based on the US population",
                    "20 teaching cases with heart failure over 70, half of them women, half on a beta blocker",
                    "500 patients with CKD stage 3b aged 50 to 80, eGFR 30 to 44, 60 % on ACE inhibitors",
                    "1000 patients with hypertension over 5 years as FHIR, seed 7",
                    "300 women with asthma, 10 % smokers, 5 % missing FEV1");
}
