package org.anamnesis.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.i18n.HapiLocalizer;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's validator with R4 and the packages; codes of systems that are not here pass. */
final class Validator {
    /** Said of the whole folder instead ({@code profile.unknown}). */
    private static final String UNKNOWN_PROFILE = "Validation_VAL_Profile_Unknown";

    private final ValidationSupportChain chain;
    private final FhirValidator hapi;

    Validator(FhirContext context, Packages packages) {
        context.setLocalizer(
                new HapiLocalizer() {
                    @Override
                    public Locale getLocale() {
                        return Locale.ENGLISH;
                    }
                });
        chain =
                new ValidationSupportChain(
                        new DefaultProfileValidationSupport(context),
                        packages.support(),
                        new CommonCodeSystemsTerminologyService(context),
                        new InMemoryTerminologyServerValidationSupport(context),
                        new SnapshotGeneratingValidationSupport(context),
                        lenient(context));
        var module = new FhirInstanceValidator(chain);
        module.setErrorForUnknownProfiles(true);
        hapi = context.newValidator().registerValidatorModule(module);
    }

    @SuppressWarnings("deprecation") // HAPI has nothing else that lets unknown systems pass
    private static IValidationSupport lenient(FhirContext context) {
        var unknown = new UnknownCodeSystemWarningValidationSupport(context);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.INFORMATION);
        return unknown;
    }

    boolean knows(String profile) {
        return chain.fetchStructureDefinition(profile.replaceFirst("\\|.*", "")) != null;
    }

    /** Errors and warnings. */
    List<SingleValidationMessage> messages(String resource) {
        return hapi.validateWithResult(resource).getMessages().stream()
                .filter(m -> m.getSeverity() != ResultSeverityEnum.INFORMATION)
                .filter(m -> !String.valueOf(m.getMessageId()).startsWith(UNKNOWN_PROFILE))
                .toList();
    }
}
