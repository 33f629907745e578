import type { SaveLocation } from '../ipc/client'

/** A location while it is being written down; an empty text is none. */
export type PlaceDraft = Record<keyof SaveLocation, string>

export const NO_PLACE: PlaceDraft = {
  name: '',
  website: '',
  street: '',
  postcode: '',
  city: '',
  country: '',
}

type Kept = { name: string } & { [field in keyof SaveLocation]?: string | null }

/** The draft to begin with where a location is there already. */
export function draftOf(place: Kept): PlaceDraft {
  return {
    name: place.name,
    website: place.website ?? '',
    street: place.street ?? '',
    postcode: place.postcode ?? '',
    city: place.city ?? '',
    country: place.country ?? '',
  }
}

/** The location as it is sent. */
export function toPlace(draft: PlaceDraft): SaveLocation {
  const kept = (typed: string) => (typed.trim() === '' ? null : typed.trim())
  return {
    name: draft.name.trim(),
    website: kept(draft.website),
    street: kept(draft.street),
    postcode: kept(draft.postcode),
    city: kept(draft.city),
    country: kept(draft.country),
  }
}

/** Where a location is, in one line. */
export function addressLine(place: Kept): string {
  const { website, street, postcode, city, country } = draftOf(place)
  const town = [postcode, city].filter((part) => part !== '').join(' ')
  return [website, street, town, country].filter((part) => part !== '').join(' · ')
}
