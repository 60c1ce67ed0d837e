/**
 * FHIR resources are checked by HAPI against R4 and the profiles that they declare. A module of its
 * own, for its libraries are large: the launcher fetches them when FHIR is first checked.
 */
package org.anamnesis.fhir;
