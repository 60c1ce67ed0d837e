/** FHIR R4 with the profiles of US Core 6.1.0, one line a resource. */
package org.anamnesis.export.fhir;
