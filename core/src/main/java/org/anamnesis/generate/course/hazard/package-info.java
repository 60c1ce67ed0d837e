/**
 * Published hazards of complications: UKPDS Outcomes Model 2, PREVENT, the kidney failure risk
 * equation and retinopathy as told in NHANES. Pure functions of a person's risk factors; the
 * coefficients stand in tables that name paper and place.
 */
package org.anamnesis.generate.course.hazard;
