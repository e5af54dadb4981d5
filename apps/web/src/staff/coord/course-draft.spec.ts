import { describe, expect, it } from '@jest/globals';
import { faultsOfCourse, inputOfCourse, slugOf } from './course-draft.js';

function filled(changes: Record<string, string> = {}): FormData {
  const data = new FormData();
  const fields = {
    title: 'Aller vers',
    slug: 'aller-vers',
    summary: 'Engager la conversation',
    networks: 'solidarity',
    minimumAge: '18',
    status: 'draft',
    locale: 'fr',
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

describe('the form of a course', () => {
  it('proposes an address made of the title', () => {
    expect(slugOf('  Été : éviter l’îlot de chaleur, au cœur de Paris ! ')).toBe(
      'ete-eviter-l-ilot-de-chaleur-au-coeur-de-paris',
    );
    expect(slugOf('???')).toBe('');
  });

  it('is not published without material that everybody can read', () => {
    expect(faultsOfCourse(filled())).toEqual({});
    expect(faultsOfCourse(filled({ status: 'published' }))).toEqual({ material: 'staff.course.fault.material' });
  });

  it('finds every fault at once', () => {
    const faults = faultsOfCourse(filled({ title: ' ', slug: 'Aller vers', minimumAge: '12' }));
    expect(Object.keys(faults)).toEqual(['title', 'slug', 'minimumAge']);
  });

  it('is read as the server wants it', () => {
    expect(inputOfCourse(filled(), null)).toMatchObject({
      networks: ['solidarity'],
      themeId: null,
      minimumAge: 18,
      prerequisiteIds: [],
      status: 'draft',
    });
  });
});
