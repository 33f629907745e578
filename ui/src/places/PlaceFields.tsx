import { useMemo } from 'react'
import type { ErrorOf } from '../app/form/FormDialog'
import { ComboBox, TextField } from '../components'
import { useL10n } from '../l10n'
import { countries } from './countries'
import styles from './PlaceFields.module.css'
import type { PlaceDraft } from './placeDraft'

/** Stands for no country, which the list offers first. */
const NONE = 'none'

/** The fields of a location, of one that is wished for and of one that is made. */
export function PlaceFields({
  value,
  prefix,
  errorOf,
  onChange,
}: {
  value: PlaceDraft
  /** What leads the names of the fields on the wire. */
  prefix: string
  errorOf: ErrorOf
  onChange: (value: PlaceDraft) => void
}) {
  const { text, language } = useL10n()
  const options = useMemo(
    () => [
      { id: NONE, label: text('place-country-none') },
      ...countries(language).map(({ code, name }) => ({ id: code, label: name })),
    ],
    [language, text],
  )
  const field = (name: keyof PlaceDraft) => ({
    label: text(`place-${name}`),
    value: value[name],
    onChange: (typed: string) => onChange({ ...value, [name]: typed }),
    error: errorOf(`${prefix}${name}`),
  })
  const { label, error } = field('country')
  return (
    <>
      <TextField {...field('name')} isRequired autoFocus />
      <TextField {...field('street')} />
      <div className={styles.pair}>
        <TextField {...field('postcode')} />
        <TextField {...field('city')} />
      </div>
      <ComboBox
        label={label}
        error={error}
        options={options}
        selected={value.country === '' ? NONE : value.country}
        onSelect={(code) => onChange({ ...value, country: code === NONE ? '' : code })}
        noneText={text('place-country-unknown')}
      />
      <TextField {...field('website')} description={text('place-website-help')} />
    </>
  )
}
