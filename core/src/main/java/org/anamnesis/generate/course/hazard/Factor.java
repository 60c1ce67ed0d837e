package org.anamnesis.generate.course.hazard;

/**
 * What the equations of UKPDS Outcomes Model 2 ask of a person, in the scale of their coefficients
 * (Hayes et al. 2013, ESM table 2). Flags are 0 or 1.
 */
public enum Factor {
    /** Afro-Caribbean; the reference is white. */
    AFRO,
    /** Years. */
    AGE_DIAGNOSED,
    /** Years. */
    AGE_NOW,
    /** Years since the diagnosis. */
    YEARS_SINCE,
    FEMALE,
    ATRIAL_FIBRILLATION,
    /** kg/m². */
    BMI,
    BMI_BELOW_18_5,
    BMI_FROM_25,
    /** Tens of mL/min/1.73 m². */
    EGFR_10,
    /** The same, but 6 from 60 mL/min/1.73 m² on. */
    EGFR_TO_60_10,
    /** What is above 60 mL/min/1.73 m², in tens. */
    EGFR_FROM_60_10,
    /** g/dL. */
    HAEMOGLOBIN,
    /** %. */
    HBA1C,
    /** Tenths of mmol/L. */
    HDL_TENTHS,
    /** Tens a minute. */
    HEART_RATE_10,
    /** Tenths of mmol/L. */
    LDL_TENTHS,
    /** What is above 3.5 mmol/L, in tenths. */
    LDL_ABOVE_3_5_TENTHS,
    /** Urine albumin of 50 mg/L and more. */
    ALBUMINURIA,
    PERIPHERAL_VASCULAR,
    /** Tens of mmHg. */
    SBP_10,
    SMOKER,
    /** 10⁹/L. */
    WHITE_CELLS,
    HAD_AMPUTATION,
    HAD_BLINDNESS,
    HAD_HEART_FAILURE,
    HAD_INFARCTION,
    HAD_ISCHAEMIA,
    HAD_RENAL_FAILURE,
    HAD_STROKE,
    HAD_ULCER,
    /** An event of the same year, as its fellows below. */
    NOW_AMPUTATION,
    NOW_INFARCTION,
    NOW_ISCHAEMIA,
    NOW_RENAL_FAILURE,
    NOW_STROKE,
    NOW_SECOND_AMPUTATION
}
